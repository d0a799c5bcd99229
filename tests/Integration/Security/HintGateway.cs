using System.Net;
using System.Text.Json.Nodes;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Standalone;
using Integration.Tests.Integration.Platform;
using Integration.Tests.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>
/// The whole product in one process behind its real HTTP server, with one pair whose shop and ERP are not there: what it marks to be read stays marked.
/// </summary>
internal sealed class HintGateway : IAsyncDisposable
{
    public const string Pair = "shop-erp";
    public const string Erp = "erp";
    public const string HintSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public const string PushSecret = "push-secret-of-the-erp";

    private readonly Surroundings _surroundings;
    private readonly WebApplication _app;

    private HintGateway(Surroundings surroundings, WebApplication app, FailureLog failures) => (_surroundings, _app, Failures) = (surroundings, app, failures);

    /// <summary>What went wrong inside while it answered.</summary>
    public FailureLog Failures { get; }

    public Uri Address => new(_app.Urls.First());

    public Uri Hints => new(Address, $"hints/{Pair}");

    public Uri Push => new(Address, $"push/{Erp}");

    public IPEndPoint EndPoint => new(IPAddress.Loopback, Address.Port);

    public IDatabase Database => _app.Services.GetRequiredService<IDatabase>();

    /// <summary>The embedded database's file.</summary>
    public string DatabaseFile => Path.Combine(_surroundings.Settings["Platform:DataFolder"]!, "integration.db");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string SecretsFolder => _surroundings.Settings["Secrets:Folder"]!;

    public static async Task<HintGateway> StartAsync(PostgresFixture? databases = null, Action<IDictionary<string, string?>>? change = null)
    {
        var surroundings = await Surroundings.CreateAsync(null, databases, Ct);
        var folder = surroundings.Settings["Platform:DataFolder"]!;
        surroundings.Settings["Pairs:Folder"] = Directory.CreateDirectory(Path.Combine(folder, "pairs")).FullName;
        surroundings.Settings["Secrets:Folder"] = Directory.CreateDirectory(Path.Combine(folder, "secrets")).FullName;
        change?.Invoke(surroundings.Settings);
        await File.WriteAllTextAsync(Path.Combine(folder, "pairs", $"{Pair}.json"), PairFile().ToJsonString(), Ct);
        var failures = new FailureLog();
        var builder = StandaloneHost.CreateBuilder([.. surroundings.Settings.Select(setting => $"--{setting.Key}={setting.Value}"), "--Urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders().AddProvider(failures);
        var gateway = new HintGateway(surroundings, ServiceHost.Build(builder), failures);
        foreach (var (name, value) in new[] { ("shop-key", "key"), ("shop-hints", HintSecret), ("erp-secret", "secret"), ("erp-password", "password"), ("erp-push", PushSecret) })
        {
            gateway.SetSecret(name, value);
        }

        await gateway._app.StartAsync(Ct);
        return gateway;
    }

    /// <summary>Writes a secret's file, or takes it away, as an operator would: in one step.</summary>
    public void SetSecret(string name, string? value)
    {
        var file = Path.Combine(SecretsFolder, name);
        if (value is null)
        {
            File.Delete(file);
            return;
        }

        File.WriteAllText($"{file}.new", value);
        File.Move($"{file}.new", file, overwrite: true);
    }

    /// <summary>The records that are marked to be read or were, as <c>scope entity id</c>.</summary>
    public async Task<IReadOnlyList<string>> LooksAsync() => await Database.ReadAsync(
        (unit, ct) => unit.ListAsync<string>("SELECT scope || ' ' || entity || ' ' || id FROM look ORDER BY scope, entity, id", null, ct), Ct);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await _surroundings.DisposeAsync();
    }

    private static JsonObject PairFile() => JsonNode.Parse($$"""
        {
          "pair": "{{Pair}}", "mode": "live", "from": "2026-03-01T00:00:00Z", "timeZone": "Europe/Berlin", "storefrontCode": "XC1",
          "storefront": { "connection": "shop", "kind": "xcart", "url": "http://127.0.0.1:1/", "secrets": { "key": "shop-key", "hints": "shop-hints", "hints-old": "shop-hints-old" } },
          "erp": {
            "connection": "{{Erp}}", "kind": "acumatica", "url": "http://127.0.0.1:2/", "settings": { "tenant": "T", "clientId": "id@T", "username": "integration" },
            "secrets": { "clientSecret": "erp-secret", "password": "erp-password", "push": "erp-push", "push-old": "erp-push-old" }
          },
          "sweeps": { "every": "PT1H" }
        }
        """)!.AsObject();
}
