using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse.Probing;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Dataverse.SalesOrders;
using Integration.Dynamics.Tokens;
using Integration.Sandbox.Dynamics.Dataverse.Control;
using Integration.Sandbox.Faults;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Settings = Integration.Dynamics.DynamicsSettings;

namespace Integration.Tests.Unit.Dynamics.Dataverse;

/// <summary>Orders on a stand-in of Dataverse with books of its own.</summary>
internal sealed class SalesBench : IAsyncDisposable
{
    public const string Reference = "XC1-1001";

    private readonly OutsideHttp _http;
    private readonly Tokens _tokens = new();

    private SalesBench(Org org, Settings settings, TimeSpan deadline)
    {
        (Org, Settings) = (org, settings);
        Connection = new ConnectionDefinition { Name = "erp", Kind = "dynamics", Url = org.StandIn.BaseUrl, File = "pairs/shop.json", Deadline = deadline };
        _http = OutsideHttp.Create(Connection, [], TimeProvider.System, NullLogger.Instance);
        Client = new DataverseClient(_http, _tokens, Connection.Url, settings.Dataverse.Tag);
        Store = new SalesStore(Client, settings);
        Orders = new DataverseSalesOrders(Client, Store, settings, null, TimeProvider.System);
    }

    public static Settings Usual { get; } = new()
    {
        Mode = "dataverse", TenantId = "contoso", ClientId = "1f2e",
        Dataverse = new() { PriceLists = new Dictionary<string, string> { ["USD"] = "Web", ["EUR"] = "Web EUR", ["GBP"] = "Web EUR" } },
    };

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Org Org { get; }

    public Settings Settings { get; }

    public ConnectionDefinition Connection { get; }

    public DataverseClient Client { get; }

    public SalesStore Store { get; }

    public DataverseSalesOrders Orders { get; }

    /// <summary>Tokens that were asked for because one was refused.</summary>
    public int Renewals => _tokens.Renewals;

    /// <summary>Calls of the Web API so far.</summary>
    public IEnumerable<string> Calls => Org.StandIn.Calls.Calls().Where(call => call.Target.StartsWith("/api/data/", StringComparison.Ordinal)).Select(call => $"{call.Method} {call.Target}");

    public static async Task<SalesBench> StartAsync(bool integrated = true, Settings? settings = null, int deadlineSeconds = 3)
    {
        var bench = new SalesBench(await Org.StartAsync(), settings ?? Usual, TimeSpan.FromSeconds(deadlineSeconds));
        await bench.Org.ControlAsync("organization", new JsonObject { ["sopIntegration"] = integrated });
        return bench;
    }

    /// <summary>Two mugs for 9.00 and a book for 24.90, tax 1.23, freight 4.90, a discount of 1.00.</summary>
    public static JsonObject Document(string sku = "MUG-01", string currency = "USD", decimal quantity = 2, decimal amount = 9m) => new()
    {
        ["header"] = new JsonObject
        {
            ["Reference"] = Reference, ["Customer"] = Ids.Of("account", "WEBGUEST").ToString(), ["Currency"] = currency, ["Tax"] = 1.23m, ["name"] = "Shop order 1001", ["freightamount"] = 4.90m,
            ["discountamount"] = 1m, ["shipto_city"] = "Zürich", ["shippingmethodcode"] = "2", ["requestdeliveryby"] = "2026-03-01",
        },
        ["lines"] = new JsonArray(
            new JsonObject { ["Key"] = "1", ["Product"] = sku, ["quantity"] = quantity, ["Amount"] = amount },
            new JsonObject { ["Key"] = "2", ["Product"] = "BOOK-łÓDŹ", ["quantity"] = 1m, ["Amount"] = 24.90m }),
    };

    /// <summary>What Sales holds.</summary>
    public async Task<IReadOnlyList<JsonObject>> StoredAsync() => [.. (await Org.StateAsync())["orders"]!.AsArray().Select(order => order!.AsObject())];

    /// <summary>Something goes wrong with the next call that fits.</summary>
    public void Fail(FaultKind kind, string? path = "$batch", string? method = "POST", int count = 1, int status = 0, params (string Name, string Value)[] headers) => Org.StandIn.Faults.Add(new FaultRule
    {
        Kind = kind, Method = method, PathContains = path, Count = count, Status = status, Delay = Connection.Deadline * 2, Headers = headers.ToDictionary(header => header.Name, header => header.Value),
    });

    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync() => new DataverseDoctor(Client, Connection, Settings, TimeProvider.System).ExamineAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Org.DisposeAsync();
    }

    /// <summary>The first token, and another where one was refused.</summary>
    private sealed class Tokens : ITokenSource
    {
        public int Renewals { get; private set; }

        public Task<TokenAnswer> TokenAsync(string? refused, CancellationToken ct)
        {
            if (refused is not null) Renewals++;
            return Task.FromResult(new TokenAnswer(FixedToken.Good));
        }
    }
}
