using Integration.Connectors;
using Integration.Connectors.Ports;
using Integration.Platform.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Integration.Run.Bench.Backfill;

/// <summary>The process that the bench kills: a gateway as it is, over the synthetic shop.</summary>
internal static class BackfillService
{
    public const string Pair = "bench";
    private const string PagesFile = "pages.log";

    /// <summary>Writes the pair and runs until it is told to stop, or killed.</summary>
    public static async Task<int> RunAsync(string folder, int port, int records)
    {
        var pairs = Directory.CreateDirectory(Path.Combine(folder, "pairs"));
        await File.WriteAllTextAsync(Path.Combine(pairs.FullName, $"{Pair}.json"), $$"""
            {
              "pair": "{{Pair}}", "mode": "live", "from": "2025-01-01T00:00:00Z", "timeZone": "Europe/Berlin", "storefrontCode": "B1",
              "storefront": { "connection": "shop", "kind": "{{SyntheticShops.KindName}}", "url": "http://localhost:1/", "concurrentCalls": 8 },
              "erp": { "connection": "erp", "kind": "elsewhere", "url": "http://localhost:2/" },
              "sweeps": { "every": "PT1S", "overlap": "PT1S" }
            }
            """);
        var builder = ServiceHost.CreateBuilder(
            [$"--Platform:DataFolder={folder}", $"--Secrets:Folder={folder}", $"--Pairs:Folder={pairs.FullName}", $"--Urls=http://127.0.0.1:{port}"], "bench");
        // Standard output is the bench's JSON.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddConnectors(builder.Configuration);
        builder.Services.AddSingleton(provider => new SyntheticShop(records, Path.Combine(folder, PagesFile), provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IConnectorFactory, SyntheticShops>();
        builder.Services.AddSingleton<IHostedService, BackfillTaker>();
        await ServiceHost.RunAsync(builder);
        return Environment.ExitCode;
    }

    /// <summary>The pages that it listed, over all of its lives.</summary>
    public static IReadOnlyList<string> PagesOf(string folder) => File.ReadAllLines(Path.Combine(folder, PagesFile));
}
