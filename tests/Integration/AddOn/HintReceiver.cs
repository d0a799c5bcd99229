using System.Text.Json.Nodes;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Tests.Servers;
using Integration.XCart;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Integration.Tests.Integration.AddOn;

/// <summary>An X-Cart gateway with one pair, as it is hosted, that takes hints.</summary>
internal sealed class HintReceiver : IAsyncDisposable
{
    private readonly string _data = TestSettings.NewFolder("addon-hints");
    private readonly WebApplication _app;

    private HintReceiver(PhpShop shop, string secret, string oldSecret)
    {
        var pairs = Directory.CreateDirectory(Path.Combine(_data, "pairs")).FullName;
        File.WriteAllText(Path.Combine(pairs, "shop-erp.json"), Pair(shop.Url, hasOld: oldSecret.Length > 0).ToJsonString());
        string[] settings =
        [
            $"--Platform:DataFolder={_data}", $"--Pairs:Folder={pairs}", "--Secrets:Values:xc1-key=writing", $"--Secrets:Values:xc1-hints={secret}", $"--Secrets:Values:xc1-hints-old={oldSecret}",
        ];
        var builder = ServiceHost.CreateBuilder(settings, "test");
        builder.Logging.ClearProviders();
        builder.Services.AddXCartGateway(builder.Configuration);
        _app = ServiceHost.Build(builder);
    }

    public Uri Endpoint => new(new Uri(_app.Urls.First()), "hints/shop-erp");

    /// <summary>The orders that were marked to be read because of a hint.</summary>
    public Task<IReadOnlyList<string>> LooksAsync() => _app.Services.GetRequiredService<IDatabase>().ReadAsync(
        (unit, ct) => unit.ListAsync<string>("SELECT scope || ' ' || entity || ' ' || id || ' ' || found_by FROM look ORDER BY id", null, ct), TestContext.Current.CancellationToken);

    public static async Task<HintReceiver> StartAsync(PhpShop shop, string secret, string oldSecret = "")
    {
        var receiver = new HintReceiver(shop, secret, oldSecret);
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private static JsonObject Pair(Uri shop, bool hasOld)
    {
        var secrets = new JsonObject { ["key"] = "xc1-key", ["hints"] = "xc1-hints" };
        if (hasOld) secrets["hints-old"] = "xc1-hints-old";
        return new JsonObject
        {
            ["pair"] = "shop-erp", ["mode"] = "live", ["from"] = "2026-03-01T00:00:00Z", ["timeZone"] = "Europe/Berlin", ["storefrontCode"] = "XC1",
            ["storefront"] = new JsonObject { ["connection"] = "xc1", ["kind"] = "xcart", ["url"] = shop.ToString(), ["secrets"] = secrets, ["settings"] = new JsonObject { ["api"] = "5.4" } },
            ["erp"] = new JsonObject { ["connection"] = "erp", ["kind"] = "elsewhere", ["url"] = "http://localhost:2/" },
            ["roundingLimit"] = 0.02,
        };
    }
}
