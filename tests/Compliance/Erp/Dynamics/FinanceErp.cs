using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Dynamics;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Sandbox.Dynamics.Entra;
using Integration.Sandbox.Dynamics.Finance;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>A Dynamics connector with Finance and Operations, whose people ship, count stock, change and cancel orders and close periods there.</summary>
internal abstract partial class FinanceErp : ErpUnderTest
{
    /// <summary>The secret that the stand-in knows.</summary>
    public const string ClientSecret = "sandbox-client-secret";

    /// <summary>An item for amounts that the seed has not.</summary>
    protected const string Rounding = "ROUNDING";

    /// <summary>Records of a page.</summary>
    protected const int PageSize = 10;

    private const string Discounts = "DISCOUNT";

    private static readonly string[] Amounts = ["SHIPPING", "SALESTAX", Discounts, "GIFT-WRAP", Rounding];

    private readonly DynamicsConnectorFactory _factory;
    private readonly ConnectionDefinition _connection;
    private readonly StandInControl _control;

    /// <summary>Connects to stand-ins.</summary>
    /// <param name="entra">Where the connector signs in.</param>
    /// <param name="finance">Finance and Operations.</param>
    /// <param name="address">The connection's own address.</param>
    /// <param name="settings">Settings of the connection beside the usual ones.</param>
    /// <param name="secret">The secret that the connector has.</param>
    /// <param name="secretName">What kind of secret that is.</param>
    protected FinanceErp(EntraStandIn entra, FinanceStandIn finance, Uri address, IEnumerable<KeyValuePair<string, JsonNode?>> settings, string secret = ClientSecret, string secretName = "clientSecret")
    {
        (Entra, Finance, _control) = (entra, finance, new StandInControl(finance.BaseUrl));
        _factory = new DynamicsConnectorFactory(new OneSecret(secret), TimeProvider.System, NullLogger<DynamicsConnector>.Instance);
        var all = new JsonObject
        {
            ["authority"] = entra.BaseUrl.AbsoluteUri, ["tenantId"] = entra.Options.Tenant, ["clientId"] = entra.Options.Applications[0].ClientId, ["legalEntity"] = "usmf",
            ["customerGroup"] = "WEB", ["site"] = "1", ["warehouse"] = "MAIN", ["pageSize"] = PageSize, ["items"] = new JsonObject { ["fee"] = "GIFT-WRAP" },
            ["customerCurrency"] = "USD", ["listEvery"] = "00:00:00", ["payments"] = new JsonObject { ["journal"] = "WebPay", ["generalJournal"] = "WebJrn" }, ["products"] = new JsonObject { ["weightUnit"] = "kg" },
        };
        foreach (var (name, value) in settings) all[name] = value?.DeepClone();
        _connection = new ConnectionDefinition
        {
            Name = "erp", Kind = "dynamics", Url = address, Deadline = Troubles.Deadline, Secrets = new Dictionary<string, string> { [secretName] = "entra" }, Settings = all,
        };
        Erp = Another();
    }

    public override IErp Erp { get; }

    public EntraStandIn Entra { get; }

    public FinanceStandIn Finance { get; }

    /// <summary>Tokens that were asked for so far.</summary>
    public int SignIns => Entra.Calls.Calls().Count(call => call.Target.Contains("/oauth2/v2.0/token", StringComparison.Ordinal));

    /// <summary>One more connector to the same stand-ins, as another process has it.</summary>
    public IErp Another() => (IErp)_factory.Create(_connection);

    public override JsonObject Map(Order order, string customerId)
    {
        var source = OrderMappings.SourceOf(null, order, customerId);
        var result = MappingDocument.Parse(Erp.SalesOrders.DefaultMapping).Compile(null, Erp.SalesOrders.Schema).Map(source, Lookups);
        return result.Document ?? throw new InvalidOperationException(string.Join("; ", result.Problems.Select(problem => problem.Message)));
    }

    public override async Task<IReadOnlyList<StoredOrder>> OrdersAsync(string reference) =>
    [
        .. (await StateAsync("orders")).Concat(await StateAsync("returns")).Where(order => (string?)order["externalRef"] == reference).Select(order => new StoredOrder(
            (string)order["orderNbr"]!, order["orderTotal"]!.GetValue<decimal>(), (string)order["currencyID"]!,
            Lines(order).Where(line => !Amounts.Contains((string)line["inventoryID"]!)).GroupBy(line => (string)line["inventoryID"]!)
                .ToDictionary(same => same.Key, same => same.Sum(line => line["qty"]!.GetValue<decimal>())))),
    ];

    public override async Task<int> CustomersAsync(string email) => (await StateAsync("customers")).Count(customer => (string?)customer["email"] == email);

    public override Task<int> CallsAsync() => Task.FromResult(Finance.Calls.Calls().Count(call => call.Target.StartsWith("/data/", StringComparison.Ordinal)));

    public override Task TroubleAsync(Trouble trouble)
    {
        Arm(trouble, WriteOfReturn?.Invoke(trouble) ?? "$batch", "POST");
        return Task.CompletedTask;
    }

    public override Task TroubleWithNextCallAsync(Trouble trouble)
    {
        Arm(trouble, path: null, method: null);
        return Task.CompletedTask;
    }

    public override Task RevokeAsync(bool revoked) => ControlAsync("revoke", new { revoked });

    public override Task ShipAsync(string orderId, params IReadOnlyList<Parcel> parcels) => ControlAsync("ship", new
    {
        orderNbr = orderId,
        parcels = parcels.Select(parcel => new { lines = new[] { new { inventoryId = parcel.Sku, qty = parcel.Quantity } }, trackingNbr = parcel.Tracking }),
    });

    public override Task MoveStockAsync(string sku, string place, decimal onHand, bool silent = false) =>
        ControlAsync("stock/adjust", new { lines = new[] { new { inventoryId = sku, warehouseId = place, onHand } }, silent });

    public override async Task EditAsync(string orderId, string sku, decimal quantity, string? instead = null)
    {
        var line = Lines(await OrderAsync(orderId)).FirstOrDefault(row => (string?)row["inventoryID"] == sku);
        await ControlAsync("edit", new
        {
            orderNbr = orderId,
            lines = new[] { new { lineNbr = line?["lineNbr"]!.GetValue<decimal>(), inventoryId = instead ?? (line is null ? sku : null), qty = quantity, unitPrice = line is null ? 1m : (decimal?)null, delete = quantity == 0 } },
        });
    }

    public override Task CancelAsync(string orderId) => ControlAsync("cancel", new { orderNbr = orderId });

    public override Task HoldCreditAsync(string orderId, bool held) => ControlAsync("edit", new { orderNbr = orderId, hold = held });

    public override Task CorrectAsync(string shipment, string? tracking, bool delete = false) =>
        ControlAsync("correct", new { shipmentNbr = shipment.Split('/')[1], trackingNbr = tracking, delete });

    public override async Task<StoredDetails> DetailsAsync(string orderId)
    {
        var order = await OrderAsync(orderId);
        var applied = (await StateAsync("payments")).Where(payment => (string?)payment["paymentRef"] == (string?)order["externalRef"]).Sum(payment => payment["paymentAmount"]!.GetValue<decimal>());
        return new StoredDetails(
            (string)order["shipVia"]!, (string)order["city"]!, [.. Lines(order).Where(line => (string?)line["inventoryID"] == Discounts).Select(line => (string)line["description"]!)], applied);
    }

    /// <summary>Plays the environment's people, or changes its settings.</summary>
    public virtual Task ControlAsync(string name, object body) => _control.PostAsync(name, body);

    /// <summary>Makes trouble with the next call to Finance and Operations that fits.</summary>
    public void Arm(Trouble trouble, string? path, string? method) => Finance.Faults.Add(trouble.Once(path, method));

    public override async ValueTask DisposeAsync()
    {
        _factory.Dispose();
        _control.Dispose();
        await StopAsync();
        await Entra.DisposeAsync();
    }

    /// <summary>Stops what was started beside Microsoft Entra, once nobody calls any more.</summary>
    protected abstract ValueTask StopAsync();

    private static readonly LookupTables Lookups = LookupTables.Parse(
        JsonNode.Parse("""{ "delivery-modes": { "codes": { "Ground": "GROUND", "One day": "EXPRESS" } } }""")!.AsObject(), "test");

    /// <summary>The lines of an order of the books.</summary>
    protected static IEnumerable<JsonObject> Lines(JsonObject order) => order["lines"]!.AsArray().Select(line => line!.AsObject());

    private async Task<JsonObject> OrderAsync(string orderId) => (await StateAsync("orders")).Single(order => (string?)order["orderNbr"] == orderId);

    /// <summary>A part of the environment's books.</summary>
    protected Task<IEnumerable<JsonObject>> StateAsync(string part) => _control.StateAsync(part);
}
