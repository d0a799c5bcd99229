using System.Text.Json.Nodes;
using Integration.Run.Bench.Systems;
using Integration.Run.Demo;
using Integration.Run.Stack;
using Integration.Sandbox;

namespace Integration.Run.Bench.Orders;

/// <summary>The sandbox shop and ERP as customers and clocks see them.</summary>
internal sealed class OrderWorld
{
    // Customers who come again and again: the steady state knows them.
    private const int Customers = 60;
    /// <summary>Sessions that the ERP grants: more than any bench opens.</summary>
    public const int Seats = 16;
    private readonly HttpClient _http;
    private readonly BenchStack _stack;
    private readonly DemoSandbox _shop;
    private int _placed;

    public OrderWorld(HttpClient http, BenchStack stack)
    {
        _http = http;
        _stack = stack;
        _shop = new DemoSandbox(http, stack.State.Shop);
        Shop = new Journal(http, stack.State.Shop);
        Erp = new Journal(http, stack.State.Erp);
    }

    /// <summary>The shop's own record.</summary>
    public Journal Shop { get; }

    /// <summary>The ERP's own record.</summary>
    public Journal Erp { get; }

    /// <summary>The ERP's reference of an order.</summary>
    public static string ReferenceOf(PlacedOrder order) => $"{SandboxPairFile.StorefrontCode}-{order.Number}";

    /// <summary>Lets the ERP answer at once, or as slowly as that.</summary>
    public Task SetErpAsync(TimeSpan latency, CancellationToken ct)
    {
        var settings = new JsonObject { ["latency"] = latency.TotalMilliseconds };
        if (_stack.Erp == SandboxErpKind.Acumatica) settings["seats"] = Seats;
        return new DemoSandbox(_http, _stack.State.Erp).PostAsync("_sandbox/settings", settings, ct);
    }

    /// <summary>Fills the shelves, so that nothing is ever sold out.</summary>
    public async Task FillShelvesAsync(CancellationToken ct)
    {
        await _shop.PostAsync("_sandbox/products/bulk", new JsonObject { ["count"] = 200, ["amount"] = 10_000_000, ["prefix"] = "BULK-" }, ct);
        await new DemoSandbox(_http, _stack.State.Erp).PostAsync(
            "_sandbox/stock/bulk", new JsonObject { ["count"] = 200, ["warehouses"] = new JsonArray("MAIN"), ["onHand"] = 10_000_000 }, ct);
    }

    /// <summary>One customer's checkout.</summary>
    public async Task<PlacedOrder> PlaceAsync(DateTimeOffset intended, CancellationToken ct)
    {
        var index = Interlocked.Increment(ref _placed);
        var placed = (await _shop.PostAsync("_sandbox/checkout", Checkout(index), ct))!;
        return new PlacedOrder(placed["orderId"]!.ToString(), placed["orderNumber"]!.ToString(), (intended - DateTimeOffset.UnixEpoch).TotalMilliseconds);
    }

    /// <summary>Lets the ERP tell the adapter of shipments at once.</summary>
    public Task PushShipmentsAsync(CancellationToken ct) => new DemoSandbox(_http, _stack.State.Erp).PostAsync("_sandbox/push", new JsonObject
    {
        ["url"] = new Uri(_stack.State.Adapter, "push/sandbox-erp").ToString(), ["headerName"] = "Integration-Push-Secret", ["headerValue"] = SandboxCredentials.PushSecret,
        ["query"] = "IC-ShipmentPush", ["entity"] = "Shipment",
    }, ct);

    /// <summary>The ERP's warehouse ships an order whole.</summary>
    public Task ShipAsync(Commit order, CancellationToken ct)
    {
        var key = order.Id.Split(' ');
        return new DemoSandbox(_http, _stack.State.Erp).PostAsync("_sandbox/ship", new JsonObject { ["orderType"] = key[0], ["orderNbr"] = key[1] }, ct);
    }

    /// <summary>Places one order and waits until the shop has its number back: then everything has been asked, opened and compiled once.</summary>
    public async Task FirstOrderAsync(TimeProvider time, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        var first = await PlaceAsync(time.GetUtcNow(), patience.Token);
        while (Shop.Of(first.Number).Count < 2)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, patience.Token);
            await Shop.ReadAsync(patience.Token);
        }
    }

    public async Task ClearCallsAsync(CancellationToken ct)
    {
        foreach (var sandbox in new[] { _stack.State.Shop, _stack.State.Erp })
        {
            using var answer = await _http.DeleteAsync(new Uri(sandbox, "_sandbox/calls"), ct);
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Calls by route since they were cleared.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CallsAsync(bool ofErp, CancellationToken ct)
    {
        var calls = JsonNode.Parse(await _http.GetStringAsync(new Uri(ofErp ? _stack.State.Erp : _stack.State.Shop, "_sandbox/calls"), ct))!;
        return calls["routes"]!.AsObject().ToDictionary(route => route.Key, route => route.Value!.GetValue<long>());
    }

    private static JsonObject Checkout(int index) => new()
    {
        ["customer"] = new JsonObject { ["email"] = $"customer{index % Customers}@bench.example", ["guest"] = false },
        ["billing"] = new JsonObject
        {
            ["firstname"] = "Grace", ["lastname"] = "Hopper", ["street"] = $"{index % Customers} Cobol Court", ["city"] = "Arlington", ["state"] = "VA", ["zipcode"] = "22201", ["country"] = "US",
            ["phone"] = "+1 703 555 0106",
        },
        ["lines"] = new JsonArray([.. Enumerable.Range(0, 1 + (index % 4)).Select(line => new JsonObject
        {
            ["sku"] = $"BULK-{1 + ((index * 7) + (line * 53)) % 200:000000}", ["quantity"] = 1 + ((index + line) % 3),
        })]),
        ["shippingMethod"] = "Courier",
        ["paymentMethod"] = "Stripe",
        ["payment"] = "Paid",
        ["notes"] = index % 6 == 1 ? "Bitte klingeln,\nzweiter Stock. 谢谢" : "",
    };
}
