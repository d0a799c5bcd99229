using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Integration.Run.Bench.HintAccept;

/// <summary>What stands beside the gateway: a bare web server that inserts one row for every request and answers 202.</summary>
internal static class BareService
{
    public const string Name = "bench-bare-service";
    private const string ConnectionVariable = "BENCH_DATABASE";

    /// <summary>The hidden command that runs it; its connection string comes by environment, because it holds a password.</summary>
    public static Command Build()
    {
        var port = new Argument<int>("port");
        var command = new Command(Name) { Hidden = true };
        command.Arguments.Add(port);
        command.SetAction((result, ct) => RunAsync(result.GetValue(port), ct));
        return command;
    }

    /// <summary>Starts it as its own process.</summary>
    public static System.Diagnostics.Process Start(int port, string connectionString) => System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet")
    {
        ArgumentList = { typeof(BareService).Assembly.Location, Name, port.ToString(CultureInfo.InvariantCulture) },
        Environment = { [ConnectionVariable] = connectionString },
    })!;

    private static async Task<int> RunAsync(int port, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable(ConnectionVariable)! + ";Max Auto Prepare=5");
        await using (var make = source.CreateCommand("CREATE TABLE IF NOT EXISTS bench_bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text NOT NULL)"))
        {
            await make.ExecuteNonQueryAsync(ct);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var application = builder.Build();
        application.Urls.Add($"http://127.0.0.1:{port}");
        application.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            await using var insert = source.CreateCommand("INSERT INTO bench_bare (text) VALUES ($1)");
            insert.Parameters.AddWithValue(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
            await insert.ExecuteNonQueryAsync(request.HttpContext.RequestAborted);
            return Results.Accepted();
        });
        await application.StartAsync(ct);
        await application.WaitForShutdownAsync(ct);
        return 0;
    }
}
