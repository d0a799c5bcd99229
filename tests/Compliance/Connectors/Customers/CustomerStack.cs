using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Acumatica;
using Integration.Connectors.Looks;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Integration.Sandbox.Acumatica;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Shop;
using Integration.Tests.Servers;
using Integration.XCart;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Customers;

/// <summary>One process with the customer lane between the shop's and the ERP's stand-ins.</summary>
internal sealed class CustomerStack : IAsyncDisposable
{
    public const string Pair = "shop-erp";

    private readonly ConcurrentQueue<object> _told = new();
    private readonly string _folder;
    private readonly ShopStandIn _shop;
    private readonly ErpStandIn _erp;
    private readonly WebApplication _app;
    private readonly HttpClient _shopHands;
    private readonly HttpClient _erpHands;

    private CustomerStack(string folder, ShopStandIn shop, ErpStandIn erp, JsonObject lane, string mode, bool crawl)
    {
        (_folder, _shop, _erp) = (folder, shop, erp);
        (_shopHands, _erpHands) = (new HttpClient { BaseAddress = shop.BaseUrl }, new HttpClient { BaseAddress = erp.BaseUrl });
        var pairs = Directory.CreateDirectory(Path.Combine(folder, "pairs")).FullName;
        File.WriteAllText(Path.Combine(pairs, $"{Pair}.json"), PairFile(lane, mode, crawl).ToJsonString());
        var builder = ServiceHost.CreateBuilder(
        [
            $"--Platform:DataFolder={folder}", $"--Pairs:Folder={pairs}", "--Messaging:RelayPoll=00:00:00.100", "--Secrets:Values:xc-read=ro-key-0002",
            "--Secrets:Values:xc-write=rw-key-0001", "--Secrets:Values:acu-client=sandbox-client-secret", "--Secrets:Values:acu-password=sandbox-password",
        ], "test");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(Logged);
        builder.Services.AddXCartGateway(builder.Configuration);
        builder.Services.AddAcumaticaAdapter(builder.Configuration);
        _app = ServiceHost.Build(builder);
    }

    public IReadOnlyList<AttentionRaised> Raised => All<AttentionRaised>();

    public IReadOnlyList<AttentionCleared> Cleared => All<AttentionCleared>();

    public IReadOnlyList<ActivityRecorded> Told => All<ActivityRecorded>();

    public IReadOnlyList<ConnectionReported> Reported => All<ConnectionReported>();

    /// <summary>How the ERP misbehaves.</summary>
    public FaultPlan ErpFaults => _erp.Faults;

    /// <summary>Every line that was logged.</summary>
    public KeptLog Logged { get; } = new();

    private IDatabase Database => _app.Services.GetRequiredService<IDatabase>();

    public static async Task<CustomerStack> StartAsync(ShopApi api, JsonObject? lane = null, string mode = "live", bool crawl = false)
    {
        var folder = TestSettings.NewFolder("customer-stack");
        var shop = await ShopStandIn.StartAsync(new ShopOptions { DataFile = Path.Combine(folder, "shop.db"), Api = api, WriteKey = "rw-key-0001", ReadKey = "ro-key-0002" });
        var erp = await ErpStandIn.StartAsync(new ErpOptions { DataFile = Path.Combine(folder, "erp.db") });
        var stack = new CustomerStack(folder, shop, erp, lane ?? [], mode, crawl);
        await stack._app.StartAsync();
        await stack.ListenAsync();
        return stack;
    }

    /// <summary>A customer registers, or changes the account.</summary>
    public async Task<string> AccountAsync(object request) =>
        $"{(await (await _shopHands.PostAsJsonAsync("_sandbox/customers", request)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["profileId"]}";

    /// <summary>Staff of the ERP changes a customer.</summary>
    public Task ErpAsync(object request) => ErpAsync("customer", request);

    /// <summary>Anything else that happens in the ERP.</summary>
    public async Task ErpAsync(string path, object request)
    {
        // Its control paths read a body only by its length.
        using var body = new StringContent(JsonSerializer.Serialize(request), Encoding.UTF8, "application/json");
        (await _erpHands.PostAsync(new Uri($"_sandbox/{path}", UriKind.Relative), body)).EnsureSuccessStatusCode();
    }

    /// <summary>The customer in the ERP, or null.</summary>
    public async Task<JsonNode?> InErpAsync(string email) => await InErpAllAsync(email) is [var first, ..] ? first : null;

    public async Task<IReadOnlyList<JsonNode>> InErpAllAsync(string email) =>
        [.. (await _erpHands.GetFromJsonAsync<JsonNode>("_sandbox/state"))!["customers"]!.AsArray().OfType<JsonNode>().Where(row => (string?)row["email"] == email)];

    /// <summary>Waits until the ERP has the account's customer, and we know it as the account's own.</summary>
    public async Task MadeInErpAsync(string id, string email)
    {
        await UntilAsync(async () => await InErpAsync(email) is not null, "the ERP has the customer");
        await UntilAsync(async () => await KnownAsync(id) is { ErpId.Length: > 0 }, "its making is stored");
    }

    /// <summary>The account in the shop, or null.</summary>
    public async Task<JsonNode?> InShopAsync(string email) =>
        (await _shopHands.GetFromJsonAsync<JsonNode>("_sandbox/state"))!["customers"]!.AsArray().FirstOrDefault(row => (string?)row!["email"] == email);

    /// <summary>Hints that the account changed, as the add-on does.</summary>
    public Task HintAsync(string id) => Database.TransactAsync(
        (unit, ct) => _app.Services.GetRequiredService<LookBook>().MarkAsync(unit, new LookKey(Pair, Entities.Customer, id), FoundBy.Hint, ct), CancellationToken.None);

    public Task<IReadOnlyDictionary<string, long>> CountsAsync() => Database.ReadAsync((unit, ct) => TwoWayStore.CountsAsync(unit, Pair, Entities.Customer, ct), CancellationToken.None);

    public Task SendAsync<T>(string queue, T message) where T : class => Database.TransactAsync(
        (unit, ct) => _app.Services.GetRequiredService<IOutbox>().EnqueueAsync(unit, queue, message, ct), CancellationToken.None);

    /// <summary>Waits until the condition on the two systems holds.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string expectation)
    {
        try
        {
            await Eventually.TrueAsync(condition, expectation, seconds: 20);
        }
        catch (Xunit.Sdk.FailException)
        {
            Assert.Fail($"{expectation}; told: {string.Join(" | ", Told.Select(told => $"{told.RecordId} {told.Summary}"))}; raised: {string.Join(" | ", Raised.Select(raised => $"{raised.RecordId} {raised.Class} {string.Join(", ", raised.Reasons)}"))}; connections: {string.Join(" | ", Reported)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _shopHands.Dispose();
        _erpHands.Dispose();
        await _shop.DisposeAsync();
        await _erp.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private IReadOnlyList<T> All<T>() => [.. _told.OfType<T>()];

    private Task<TwoWayRecord?> KnownAsync(string id) =>
        Database.TransactAsync((unit, ct) => _app.Services.GetRequiredService<TwoWayStore>().FindAsync(unit, Pair, Entities.Customer, id, ct), CancellationToken.None);

    private JsonObject PairFile(JsonObject lane, string mode, bool crawl) => new()
    {
        ["pair"] = Pair, ["mode"] = mode, ["from"] = DateTimeOffset.UtcNow.AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture), ["timeZone"] = "Europe/Berlin", ["storefrontCode"] = "XC1",
        ["storefront"] = new JsonObject
        {
            ["connection"] = "shop", ["kind"] = "xcart", ["url"] = _shop.BaseUrl.ToString(), ["secrets"] = new JsonObject { ["readKey"] = "xc-read", ["key"] = "xc-write" },
            ["settings"] = new JsonObject { ["customerHours"] = crawl ? 24 : 0, ["customerPageSeconds"] = 1 },
        },
        ["erp"] = new JsonObject
        {
            ["connection"] = "erp", ["kind"] = "acumatica", ["url"] = _erp.BaseUrl.ToString(),
            ["secrets"] = new JsonObject { ["clientSecret"] = "acu-client", ["password"] = "acu-password" },
            ["settings"] = new JsonObject { ["tenant"] = "Company", ["clientId"] = _erp.ClientId, ["username"] = "integration", ["seats"] = 2, ["customerClass"] = "WEB" },
        },
        ["sweeps"] = new JsonObject { ["every"] = "PT0.3S", ["overlap"] = "PT3M" },
        ["lanes"] = new JsonObject { ["customers"] = lane.DeepClone() },
    };

    private async Task ListenAsync() => await _app.Services.GetRequiredService<IQueueHost>().ConnectAsync(new QueueDefinition { Name = Queues.Console }, (endpoint, _) =>
    {
        Keep<AttentionRaised>(endpoint);
        Keep<AttentionCleared>(endpoint);
        Keep<ActivityRecorded>(endpoint);
        Keep<ConnectionReported>(endpoint);
        Keep<LaneReported>(endpoint);
    }, CancellationToken.None);

    private void Keep<T>(IReceiveEndpointConfigurator endpoint) where T : class => endpoint.Handler<T>(context => Database.TransactAsync(async (unit, ct) =>
    {
        if (await _app.Services.GetRequiredService<IInbox>().TakeAsync(unit, Receipt.From(context), ct)) _told.Enqueue(context.Message);
    }, context.CancellationToken));
}
