using System.CommandLine;
using System.Text.Json;
using Integration.Connectors.DryRuns;
using Integration.Connectors.Pairs;
using Integration.Connectors.Publishing;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Mapping.Reading;
using Integration.Run.DryRuns;
using Integration.Run.Pairs;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run map</c>: what a mapping makes of real orders, without sending anything.</summary>
internal static class MapCommand
{
    public static Command Build()
    {
        var command = new Command("map", "Dry runs of a mapping over real orders. Nothing is sent, written or remembered.");
        command.Subcommands.Add(Test());
        command.Subcommands.Add(Diff());
        return command;
    }

    private static Command Test()
    {
        var (command, place) = Make("test", "Maps one order and prints the ERP's document as it would be sent. Exit code 0 only if it would be sent.");
        var order = new Option<string?>("--order") { Description = "number of an order that was read before, or the shop's order id" };
        var file = new Option<string?>("--file") { Description = "a canonical order as JSON, instead of one of the shop" };
        var document = new Option<string?>("--document") { Description = "mapping document to try instead of the one that counts" };
        var (json, personal) = (JsonOption(), PersonalOption());
        foreach (Option option in new Option[] { order, file, document, json, personal }) command.Options.Add(option);
        command.SetAction((result, ct) => GuardedAsync(async () =>
        {
            var pair = place.Find(result);
            await using var connectors = await PairConnectors.OpenAsync(place.Secrets(result), ct);
            var run = Run(pair, connectors, result.GetValue(document));
            var answer = (result.GetValue(order), result.GetValue(file)) switch
            {
                ({ } number, null) => await new OrderSupply(place.Stack(result), pair, connectors, place.Secrets(result)).ReadAsync(number, ct),
                (null, { } path) => new OrderAnswer([new ReadOrder(OrderOf(path), path)], []),
                _ => throw new StackException("Say which order: --order NUMBER or --file FILE."),
            };
            foreach (var note in answer.Notes) await Error.WriteLineAsync(note);
            if (answer.Orders is not [var read]) return 2;
            var tried = run.Run(read.Order, result.GetValue(personal));
            if (result.GetValue(json)) WriteLine(DryRunText.Json(tried));
            else DryRunText.Print(tried, read.From, pair.Mode == PairMode.Observe);
            return tried.WouldBeSent ? 0 : 1;
        }));
        return command;
    }

    private static Command Diff()
    {
        var (command, place) = Make("diff", "Maps recorded orders with the document that counts and with another, and shows what would change. Exit code 0 only if nothing newly fails.");
        var document = new Option<string>("--document") { Description = "the mapping document to try", Required = true };
        var orders = new Option<int>("--orders") { Description = $"how many recorded orders, the newest first (at most {OrderSnapshots.Most})", DefaultValueFactory = _ => 100 };
        var since = new Option<DateTimeOffset?>("--since") { Description = "only orders read since this moment; without --orders all of them" };
        var (json, personal) = (JsonOption(), PersonalOption());
        foreach (Option option in new Option[] { document, orders, since, json, personal }) command.Options.Add(option);
        command.SetAction((result, ct) => GuardedAsync(async () =>
        {
            var pair = place.Find(result);
            await using var connectors = await PairConnectors.OpenAsync(place.Secrets(result), ct);
            var (live, tried) = (Run(pair, connectors, null), Run(pair, connectors, result.GetValue(document)));
            var last = result.GetValue(since) is not null && result.GetResult(orders) is null or { Implicit: true } ? OrderSnapshots.Most : result.GetValue(orders);
            var recorded = await new OrderSupply(place.Stack(result), pair, connectors, place.Secrets(result)).RecordedAsync(last, result.GetValue(since), ct);
            var report = MappingDiff.Compare(live, tried, recorded.Select(read => read.Order), result.GetValue(personal));
            if (result.GetValue(json)) WriteLine(DryRunText.Json(report));
            else DryRunText.Print(report);
            return report.NewlyFailing.Count == 0 ? 0 : 1;
        }));
        return command;
    }

    private static OrderDryRun Run(PairDefinition pair, PairConnectors connectors, string? file)
    {
        var erp = connectors.Erp(pair);
        var text = file is null ? PairDocuments.Live(pair, DocumentNames.OrdersToErp, erp.SalesOrders.DefaultMapping)!.Text : File.ReadAllText(file);
        return new OrderDryRun(pair, erp.SalesOrders, text, TimeProvider.System);
    }

    private static Order OrderOf(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Order>(File.ReadAllText(file), ContractsJson.Options) ?? throw new StackException($"{file} holds no order.");
        }
        catch (JsonException unreadable)
        {
            throw new StackException($"{file} is not a canonical order: {unreadable.Message}");
        }
    }

    private static Task<int> GuardedAsync(Func<Task<int>> work) => Guarded.RunAsync(async () =>
    {
        try
        {
            return await work();
        }
        catch (Exception unusable) when (unusable is DocumentException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StackException(unusable.Message);
        }
    });

    private static (Command Command, PairPlace Place) Make(string name, string description)
    {
        var (command, place) = (new Command(name, description), new PairPlace());
        place.AddTo(command);
        return (command, place);
    }

    private static Option<bool> JsonOption() => new("--json") { Description = "prints JSON" };

    private static Option<bool> PersonalOption() => new("--show-personal") { Description = "shows names, addresses and other personal data, which are hidden otherwise" };
}
