using System.CommandLine;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Run.Stack;
using Integration.Acumatica;
using Integration.XCart;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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

        // Its own throw-away database: the doctor signs in by itself and never touches the tokens of a running service.
        var data = Directory.CreateTempSubdirectory("integration-doctor-");
        try
        {
            var builder = ServiceHost.CreateBuilder([$"--Platform:DataFolder={data.FullName}", $"--Secrets:Folder={Path.GetFullPath(secrets)}", $"--Pairs:Folder={Path.GetFullPath(folder)}"], "doctor");
            builder.Logging.ClearProviders();
            builder.Services.AddXCartGateway(builder.Configuration);
            builder.Services.AddAcumaticaAdapter(builder.Configuration);
            await using var services = builder.Services.BuildServiceProvider();
            await DatabaseRegistration.MigrateAsync(services.GetRequiredService<IDatabase>(), services.GetServices<IMigrations>(), TimeProvider.System, ct);
            var healthy = true;
            foreach (var connection in new[] { pair.Storefront, pair.Erp }) healthy &= await ExamineAsync(services, connection, ct);
            WriteLine(healthy ? "The pair can go live." : "The pair cannot go live like this.");
            return healthy ? 0 : 1;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<bool> ExamineAsync(IServiceProvider services, ConnectionDefinition connection, CancellationToken ct)
    {
        WriteLine($"{connection.Name} ({connection.Kind}, {connection.Url})");
        var factory = services.GetServices<IConnectorFactory>().FirstOrDefault(factory => factory.Kind == connection.Kind)
            ?? throw new StackException($"There is no connector of kind '{connection.Kind}'.");
        var connector = factory.Create(connection);
        try
        {
            var findings = await connector.ProbeAsync(ct);
            foreach (var finding in findings)
            {
                WriteLine($"  {Mark(finding.Level)} {finding.Check,-22} {finding.Message}");
                if (finding.Fix.Length > 0) WriteLine($"    {"",-24} → {finding.Fix}");
            }

            foreach (var lack in connector.Capabilities.Unsupported) WriteLine($"  –    cannot: {lack}");
            return findings.All(finding => finding.Level != ProbeLevel.Failed);
        }
        finally
        {
            // Signs out, so that no seat stays taken.
            if (connector is IAsyncDisposable disposable) await disposable.DisposeAsync();
        }
    }

    private static string Mark(ProbeLevel level) => level switch
    {
        ProbeLevel.Ok => "ok  ",
        ProbeLevel.Warning => "warn",
        ProbeLevel.Failed => "FAIL",
        _ => "?   ",
    };
}
