using System.Text.Json;
using Integration.Connectors.DryRuns;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;

namespace Integration.Run.DryRuns;

/// <summary>Dry runs in words.</summary>
internal static class DryRunText
{
    private static readonly JsonSerializerOptions Indented = new(ContractsJson.Options) { WriteIndented = true };

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, Indented);

    public static void Print(DryRunResult result, string from, bool observes)
    {
        WriteLine($"Order {result.Number} (id {result.OrderId}), from {from}");
        WriteLine($"Mapping {result.Mapping} version {result.Version}");
        WriteLine(Json(result.Document));
        foreach (var use in result.Lookups) WriteLine($"lookup {use.Table}: '{use.Code}' → {use.Value ?? "(no row)"}");
        WriteLine($"The shop's total is {result.OrderTotal}; the document adds up to {result.DocumentTotal ?? "nothing: it is not whole"}.");
        foreach (var problem in result.Problems) WriteLine($"problem {Place(problem)}: {problem.Message}");
        foreach (var stop in result.Stops) WriteLine($"stop    {stop}");
        WriteLine((result.WouldBeSent, observes) switch
        {
            (false, _) => "It would not be sent.",
            (true, true) => "It would be sent once the pair is live; it only observes now.",
            _ => "It would be sent.",
        });
    }

    public static void Print(MappingDiffReport report)
    {
        WriteLine($"{report.Orders} orders: {report.Same} the same, {report.NewlyFailing.Count} newly failing, {report.NewlyPassing.Count} newly passing, {report.FailingBoth} failing with both.");
        foreach (var rule in report.Rules)
        {
            WriteLine($"{rule.Rule}: {rule.Changes} changes in {rule.Orders} orders");
            foreach (var example in rule.Examples) WriteLine($"    {example.Number} {example.Place}: {example.Before ?? "(nothing)"} → {example.After ?? "(nothing)"}");
        }

        foreach (var order in report.NewlyFailing)
        {
            WriteLine($"newly failing {order.Number}");
            foreach (var problem in order.Problems) WriteLine($"    {Place(problem)}: {problem.Message}");
        }

        if (report.NewlyPassing.Count > 0) WriteLine($"newly passing {string.Join(", ", report.NewlyPassing)}");
    }

    private static string Place(Reason problem) => problem.Cause?.Rule is { } rule && rule != problem.Field ? $"{problem.Field} (rule {rule})" : problem.Field;
}
