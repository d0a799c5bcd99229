using System.CommandLine;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run reconcile</c>: compares both sides of a pair, read afresh, over the operations API of the running stack.</summary>
internal static class ReconcileCommand
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build()
    {
        var pair = new Option<string>("--pair") { Description = "the pair", DefaultValueFactory = _ => SandboxPairFile.Pair };
        var stack = new StackArguments(pair);
        var day = new Option<string?>("--day") { Description = "one day in the pair's zone, such as 2026-11-20; otherwise the pair's usual days up to today" };
        var entities = new Option<string[]>("--entity") { Description = "only these: order, payment, refund, return, stock, product, customer", AllowMultipleArgumentsPerToken = true };
        var noHeal = new Option<bool>("--no-heal") { Description = "only compare and list; nothing is mended" };
        var json = new Option<string?>("--json") { Description = "file for the whole result as JSON" };
        var csv = new Option<string?>("--csv") { Description = "file for the findings as CSV" };
        var totals = new Option<string?>("--totals-csv") { Description = "file for the totals as CSV" };
        var settlement = new Option<string?>("--settlement")
        {
            Description = "the payment provider's settlement file for these days: CSV with a header row, columns transaction, type (capture, refund, fee, payout), amount, fee, currency, date",
        };
        var command = new Command("reconcile", "Compares both sides of a pair, read afresh, and mends what can be mended safely. Exit code 1 when something remains.");
        foreach (Option option in new Option[] { pair, day, entities, noHeal, settlement, json, csv, totals }) command.Options.Add(option);
        stack.AddTo(command);
        command.SetAction((result, ct) => Guarded.RunAsync(async () =>
        {
            var request = new JsonObject { ["pair"] = result.GetValue(pair) };
            if (result.GetValue(day) is { } given) request["day"] = DayOf(given);
            if (result.GetValue(entities) is { Length: > 0 } wanted) request["entities"] = new JsonArray([.. wanted.Select(entity => (JsonNode)entity)]);
            if (result.GetValue(noHeal)) request["heal"] = false;
            if (result.GetValue(settlement) is { } file) request["settlement"] = await TextAsync(file, ct);
            return await RunAsync(stack.Read(result), request, new ReconcileFiles(result.GetValue(json), result.GetValue(csv), result.GetValue(totals)), ct);
        }));
        return command;
    }

    private static async Task<int> RunAsync(StackOptions options, JsonObject request, ReconcileFiles files, CancellationToken ct)
    {
        var running = await StackState.RunningAsync(options.DataFolder, ct);
        using var http = new HttpClient { BaseAddress = running.Console };
        http.DefaultRequestHeaders.Add("X-Operator", Uri.EscapeDataString(Environment.UserName));
        using var started = await http.PostAsJsonAsync("api/reconciliations", request, ct);
        if (!started.IsSuccessStatusCode) throw new StackException(await ProblemAsync(started, ct));
        var path = started.Headers.Location!.ToString().TrimStart('/');
        var report = await EndAsync(http, path, ct);
        if (files.Json is { } json) await File.WriteAllTextAsync(json, report.ToJsonString(Pretty) + "\n", ct);
        if (files.Findings is { } findings) await File.WriteAllTextAsync(findings, await http.GetStringAsync($"{path}/findings.csv", ct), new UTF8Encoding(true), ct);
        if (files.Totals is { } totals) await File.WriteAllTextAsync(totals, await http.GetStringAsync($"{path}/totals.csv", ct), new UTF8Encoding(true), ct);
        ReconcileText.Write(Out, report);
        return report["state"]!.ToString() == "done" && (int)report["remaining"]! == 0 ? 0 : 1;
    }

    private static async Task<JsonObject> EndAsync(HttpClient http, string path, CancellationToken ct)
    {
        while (true)
        {
            var report = (await http.GetFromJsonAsync<JsonObject>(path, ct))!;
            if (report["finishedAt"] is not null) return report;
            await Task.Delay(Poll, ct);
        }
    }

    private static string DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        ? text
        : throw new StackException($"'{text}' is not a day: write it as 2026-11-20.");

    private static async Task<string> TextAsync(string file, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllTextAsync(file, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StackException($"The settlement file {file} cannot be read: {failure.Message}");
        }
    }

    private static async Task<string> ProblemAsync(HttpResponseMessage answer, CancellationToken ct) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(ct))?["detail"]?.ToString() ?? $"The console answered {(int)answer.StatusCode}.";
}
