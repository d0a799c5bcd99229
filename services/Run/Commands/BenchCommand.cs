using System.CommandLine;
using Integration.Run.Bench;
using Integration.Run.Bench.Report;
using Integration.Run.Bench.Systems;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run bench NAME…</c>: measures; a table on the terminal, and JSON and a page where they are asked for.</summary>
internal static class BenchCommand
{
    public static Command Build()
    {
        var command = new Command("bench", "Measures, at most four minutes each unless --full.\n" + string.Join('\n', Benches.Known.Select(bench => $"  {bench.Key}: {bench.Value}")));
        var names = new Argument<string[]>("name") { Description = $"{string.Join(", ", Benches.Known.Keys)}; all if none is given", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong([.. Benches.Known.Keys]);
        command.Arguments.Add(names);
        var full = new Option<bool>("--full") { Description = "the durations of the quality bars" };
        var runs = new Option<int?>("--runs") { Description = "measured runs of order-flow (3; with --full 1)" };
        var rate = new Option<double?>("--rate") { Description = "orders per second of order-flow, instead of looking for the highest" };
        var seconds = new Option<int?>("--seconds") { Description = "length of one measured window" };
        var pair = new Option<string>("--pair") { Description = $"the sandbox pair of calls and stock: {string.Join(" or ", SandboxErp.Pairs)}", DefaultValueFactory = _ => SandboxPairFile.Pair };
        pair.AcceptOnlyFromAmong([.. SandboxErp.Pairs]);
        var storeApi = new Option<string>("--store-api") { Description = "the sandbox shop's API: 5.4 (default) or 5.5", DefaultValueFactory = _ => "5.4" };
        var noAddOn = new Option<bool>("--no-add-on") { Description = "the shop sends no hints: orders are found by the sweep" };
        var ship = new Option<bool>("--ship") { Description = "the ERP ships every order of order-flow, so that status and tracking number go back" };
        var records = new Option<int>("--records") { Description = "records of backfill", DefaultValueFactory = _ => 100_000 };
        var skus = new Option<int>("--skus") { Description = "products of stock", DefaultValueFactory = _ => 100_000 };
        var changes = new Option<int>("--changes") { Description = "measured changes of hint", DefaultValueFactory = _ => 100 };
        var stored = new Option<int>("--stored") { Description = "stored orders of growth", DefaultValueFactory = _ => 100_000 };
        var json = new Option<FileInfo?>("--json") { Description = "file to write the figures to" };
        var html = new Option<FileInfo?>("--html") { Description = "file to write the page with plots to" };
        var quiet = new Option<bool>("--quiet") { Description = "no progress" };
        foreach (Option option in new Option[] { pair, full, runs, rate, seconds, storeApi, noAddOn, ship, records, skus, changes, stored, json, html, quiet }) command.Options.Add(option);
        command.SetAction((result, ct) => Guarded.RunAsync(() =>
        {
            var options = new BenchOptions
            {
                Pair = result.GetValue(pair)!, Full = result.GetValue(full), Runs = result.GetValue(runs), Rate = result.GetValue(rate), Seconds = result.GetValue(seconds), StoreApi = result.GetValue(storeApi)!,
                AddOn = !result.GetValue(noAddOn), Ship = result.GetValue(ship), Records = result.GetValue(records), Skus = result.GetValue(skus), Changes = result.GetValue(changes),
                Stored = result.GetValue(stored),
            };
            return RunAsync(result.GetValue(names) ?? [], options, result.GetValue(json), result.GetValue(html), result.GetValue(quiet) ? _ => { } : Error.WriteLine, ct);
        }));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, BenchOptions options, FileInfo? json, FileInfo? html, Action<string> say, CancellationToken ct)
    {
        if (names.Length == 0) names = options.Pair == SandboxPairFile.Pair ? [.. Benches.Known.Keys] : [.. Benches.OfEveryPair];
        if (options.Pair != SandboxPairFile.Pair && names.Except(Benches.OfEveryPair).ToList() is { Count: > 0 } others)
            throw new StackException($"{string.Join(", ", others)}: measured for {SandboxPairFile.Pair} only. Of {options.Pair} there are {string.Join(" and ", Benches.OfEveryPair)}.");
        var report = new BenchReport(Machine.Now(TimeProvider.System), new Dictionary<string, IBenchFigures>());
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            say($"{name}:");
            var figures = await Benches.RunAsync(name, options, say, TimeProvider.System, ct);
            report = report with { Figures = new Dictionary<string, IBenchFigures>(report.Figures) { [name] = figures } };
            // After each: a later bench that fails takes nothing of the earlier ones with it.
            if (json is not null) await File.WriteAllTextAsync(json.FullName, report.ToJson(), ct);
            if (html is not null) await File.WriteAllTextAsync(html.FullName, BenchPage.Text(report), ct);
        }

        Write(BenchTable.Text(report));
        return 0;
    }
}
