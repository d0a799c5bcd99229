using System.CommandLine;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Run.Pairs;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run doctor</c>: checks both sides of a pair without writing anything, in plain words.</summary>
internal static class DoctorCommand
{
    public static Command Build()
    {
        var pair = new Option<string>("--pair") { Description = "the pair", Required = true };
        var folder = new Option<string>("--pairs") { Description = "folder of the pair files", DefaultValueFactory = _ => Path.Combine(Repository.Root, "pairs") };
        var secrets = new Option<string>("--secrets") { Description = "folder of the secret files", DefaultValueFactory = _ => Path.Combine(Repository.Root, ".data", "secrets") };
        var command = new Command("doctor", "Checks reachability, credentials, permissions, numbering, lookups and clocks of a pair.");
        command.Options.Add(pair);
        command.Options.Add(folder);
        command.Options.Add(secrets);
        command.SetAction((result, ct) => Guarded.RunAsync(() => RunAsync(result.GetValue(pair)!, result.GetValue(folder)!, result.GetValue(secrets)!, ct)));
        return command;
    }

    internal static async Task<int> RunAsync(string name, string folder, string secrets, CancellationToken ct)
    {
        var file = Path.Combine(folder, $"{name}.json");
        if (!File.Exists(file)) throw new StackException($"There is no {file}. Make it with ./run pair new.");
        var pair = PairFile.Read(file);
        WriteLine($"{pair.Name}: mode {pair.Mode.ToString().ToLowerInvariant()}, orders placed from {pair.From:u}, days in {pair.TimeZone.Id}");

        await using var connectors = await PairConnectors.OpenAsync(secrets, ct);
        var healthy = await ExamineAsync(connectors, pair, pair.Storefront, ct);
        healthy &= await ExamineAsync(connectors, pair, pair.Erp, ct);
        WriteLine(healthy ? "The pair can go live." : "The pair cannot go live like this.");
        return healthy ? 0 : 1;
    }

    private static async Task<bool> ExamineAsync(PairConnectors connectors, PairDefinition pair, ConnectionDefinition connection, CancellationToken ct)
    {
        WriteLine($"{connection.Name} ({connection.Kind}, {connection.Url})");
        var connector = connectors.Of(connection);
        List<ProbeFinding> findings = [.. await connector.ProbeAsync(ct)];
        // Without a sign-in the lookups cannot be looked at either, and that is told already.
        if (connector is ILookupProbe lookups && findings.All(finding => finding.Level != ProbeLevel.Failed))
        {
            findings.AddRange(await lookups.ProbeLookupsAsync(PairTables.Normalised(pair), ct));
        }

        foreach (var finding in findings)
        {
            WriteLine($"  {Mark(finding.Level)} {finding.Check,-22} {finding.Message}");
            if (finding.Fix.Length > 0) WriteLine($"    {"",-24} → {finding.Fix}");
        }

        foreach (var lack in connector.Capabilities.Unsupported) WriteLine($"  –    cannot: {lack}");
        return findings.All(finding => finding.Level != ProbeLevel.Failed);
    }

    private static string Mark(ProbeLevel level) => level switch
    {
        ProbeLevel.Ok => "ok  ",
        ProbeLevel.Warning => "warn",
        ProbeLevel.Failed => "FAIL",
        _ => "?   ",
    };
}
