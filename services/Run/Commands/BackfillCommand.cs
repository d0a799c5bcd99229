using System.CommandLine;
using System.Text.Json;
using Integration.Connectors.Backfills;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Run.Backfills;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run backfill</c>: the first load of a lane, or its history. The run belongs to the service; this command starts it and watches.</summary>
internal static class BackfillCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public static Command Build()
    {
        var pair = new Option<string>("--pair") { Description = "the pair", Required = true };
        var stack = new StackArguments(pair);
        var lane = new Option<string>("--lane") { Description = "the lane: orders, stock, products, customers …; with its direction (customers.to-erp) for one of two", Required = true };
        var since = new Option<DateTimeOffset?>("--since") { Description = "nothing placed or made before; orders may then be older than the pair's from" };
        var dry = new Option<bool>("--dry-run") { Description = "counts what would be sent and shows problems; sends nothing" };
        var cancel = new Option<bool>("--cancel") { Description = "ends the lane's run where it stands" };
        var json = new Option<bool>("--json") { Description = "prints the end as JSON, without a bar" };
        var command = new Command("backfill", "Lists all records of a lane and gives those to it that it does not know. Goes on where it was after a stop of the service or of this command.");
        foreach (Option option in new Option[] { pair, lane, since, dry, cancel, json }) command.Options.Add(option);
        stack.AddTo(command);
        command.SetAction((result, ct) => Guarded.RunAsync(async () =>
        {
            var options = stack.Read(result);
            var running = await StackState.RunningAsync(options.DataFolder, ct);
            using var client = new BackfillClient();
            var places = await PlacesAsync(client, running, result.GetValue(pair)!, result.GetValue(lane)!, ct);
            var ended = new List<BackfillReported>();
            foreach (var (service, name) in places)
            {
                ended.Add(result.GetValue(cancel)
                    ? await CancelAsync(client, service, result.GetValue(pair)!, name, ct)
                    : await WatchAsync(client, options, service, await client.StartAsync(service, result.GetValue(pair)!, name, result.GetValue(since), result.GetValue(dry), ct), result.GetValue(json), ct));
                if (result.GetValue(json)) WriteLine(JsonSerializer.Serialize(ended[^1], ContractsJson.Options));
                else foreach (var line in BackfillText.End(ended[^1])) WriteLine(line);
            }

            return ended.All(run => run.State == "done" && run.Problems == 0) || result.GetValue(cancel) ? 0 : 1;
        }));
        return command;
    }

    private static async Task<IReadOnlyList<(Uri Service, string Lane)>> PlacesAsync(BackfillClient client, StackState running, string pair, string lane, CancellationToken ct)
    {
        var known = new List<(Uri Service, string Lane)>();
        foreach (var service in new[] { running.Gateway, running.Adapter }.Distinct())
        {
            known.AddRange((await client.LanesAsync(service, pair, ct)).Select(name => (service, name)));
        }

        var meant = known.Where(place => place.Lane == lane || place.Lane.StartsWith(lane + ".", StringComparison.Ordinal)).ToList();
        return meant.Count > 0 ? meant : throw new StackException(known.Count == 0
            ? $"No running service knows a pair {pair} with lanes to backfill."
            : BackfillRefusal.Of(pair, lane, [.. known.Select(place => place.Lane)]));
    }

    private static async Task<BackfillReported> WatchAsync(BackfillClient client, StackOptions options, Uri service, BackfillReported run, bool quiet, CancellationToken ct)
    {
        var bar = !quiet && !IsOutputRedirected;
        var last = run;
        var isGateway = StackState.Load(options.DataFolder)?.Gateway == service;
        while (last.EndedAt is null)
        {
            if (bar) Write($"\r\u001b[K{BackfillText.Bar(last)}");
            await Task.Delay(Look, ct);
            // A service that was started again may have another address.
            if (StackState.Load(options.DataFolder) is { } now) service = isGateway ? now.Gateway : now.Adapter;
            last = await client.FindAsync(service, run.Id, ct) ?? last with { Reason = "The service does not answer; the run goes on when it is back." };
        }

        if (bar) Write("\r\u001b[K");
        return last;
    }

    private static async Task<BackfillReported> CancelAsync(BackfillClient client, Uri service, string pair, string lane, CancellationToken ct)
    {
        var open = (await client.OfPairAsync(service, pair, ct)).FirstOrDefault(run => run.Lane == lane && run.EndedAt is null)
            ?? throw new StackException($"No backfill of {lane} runs.");
        return await client.CancelAsync(service, open.Id, ct);
    }
}
