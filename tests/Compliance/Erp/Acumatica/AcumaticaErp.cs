using System.Text.Json.Nodes;
using Integration.Acumatica;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Pairs;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Platform.Secrets;
using Integration.Sandbox.Acumatica;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integration.Tests.Compliance.Erp.Acumatica;

/// <summary>The Acumatica connector on the stand-in.</summary>
internal sealed partial class AcumaticaErp : ErpUnderTest
{
    private const int PageSize = 10;
    private readonly string _folder;
    private readonly ErpStandIn _standIn;
    private readonly AcumaticaConnectorFactory _factory;
    private readonly StandInControl _control;
    private readonly bool _unique;

    // Who is refused or sent away cannot log out.
    private bool _refused;

    private AcumaticaErp(string folder, ErpStandIn standIn, bool unique, JsonObject? stock)
    {
        (_folder, _standIn, _unique) = (folder, standIn, unique);
        _control = new StandInControl(standIn.BaseUrl);
        _factory = new AcumaticaConnectorFactory(new Secrets(), new Tokens(), new ShortPauses(), NullLogger<AcumaticaConnector>.Instance);
        Erp = (IErp)_factory.Create(new ConnectionDefinition
        {
            Name = "erp", Kind = "acumatica", Url = standIn.BaseUrl, Deadline = Troubles.Deadline,
            Secrets = new Dictionary<string, string> { ["clientSecret"] = "client-secret", ["password"] = "password" },
            Settings = new JsonObject
            {
                ["tenant"] = "Company", ["clientId"] = standIn.ClientId, ["username"] = "integration", ["seats"] = 2, ["orderType"] = "WO",
                ["uniqueReference"] = unique, ["customerClass"] = "WEB", ["taxZone"] = "WEB", ["warehouse"] = "MAIN", ["pageSize"] = PageSize, ["stock"] = stock ?? [],
            },
        });
    }

    public override IErp Erp { get; }

    public ErpStandIn StandIn => _standIn;

    public override ErpFeatures Features => new()
    {
        UniqueReference = _unique, Skus = ["LAMP-ZÜRICH", "MUG-01", "BOOK-łÓDŹ", "TEE-RED-S"], Currencies = ["USD", "EUR"], PageSize = PageSize,
        CallsPerOrder = _unique ? 1 : 2,
    };

    public static async Task<AcumaticaErp> StartAsync(bool unique, JsonObject? stock = null)
    {
        var folder = Directory.CreateTempSubdirectory("acumatica-erp").FullName;
        var standIn = await ErpStandIn.StartAsync(new ErpOptions
        {
            DataFile = Path.Combine(folder, "erp.db"), Settings = new ErpSettings { ForbidDuplicates = unique ? ["WO"] : [] },
        });
        return new AcumaticaErp(folder, standIn, unique, stock);
    }

    public override JsonObject Map(Order order, string customerId)
    {
        var source = OrderMappings.SourceOf(null, order, customerId);
        var result = MappingDocument.Parse(Erp.SalesOrders.DefaultMapping).Compile(null, Erp.SalesOrders.Schema).Map(source, Lookups);
        return result.Document ?? throw new InvalidOperationException(string.Join("; ", result.Problems.Select(problem => problem.Message)));
    }

    public override async Task<IReadOnlyList<StoredOrder>> OrdersAsync(string reference) =>
    [
        .. (await StateAsync("orders")).Where(order => (string?)order["externalRef"] == reference).Select(order => new StoredOrder(
            $"{order["orderType"]}/{order["orderNbr"]}", order["orderTotal"]!.GetValue<decimal>(), (string)order["currencyID"]!,
            order["lines"]!.AsArray().ToDictionary(line => (string)line!["inventoryID"]!, line => line!["qty"]!.GetValue<decimal>()))),
    ];

    public override async Task<int> CustomersAsync(string email) => (await StateAsync("customers")).Count(customer => (string?)customer["email"] == email);

    public override Task<int> CallsAsync() => Task.FromResult(_standIn.Calls.Calls().Count(call => call.Target.StartsWith("/entity/", StringComparison.Ordinal)));

    public override Task TroubleAsync(Trouble trouble)
    {
        Arm(trouble, "SalesOrder");
        return Task.CompletedTask;
    }

    public override Task TroubleWithNextCallAsync(Trouble trouble)
    {
        Arm(trouble, path: null, method: null);
        return Task.CompletedTask;
    }

    internal void Arm(Trouble trouble, string? path, string? method = "PUT")
    {
        _refused |= trouble == Trouble.Throttle;
        _standIn.Faults.Add(trouble.Once(path, method));
    }

    public override Task RevokeAsync(bool revoked)
    {
        _refused = true;
        return ControlAsync("revoke", new { revoked });
    }

    public override async Task ShipAsync(string orderId, params IReadOnlyList<Parcel> parcels)
    {
        var key = orderId.Split('/');
        await ControlAsync("ship", new
        {
            orderType = key[0], orderNbr = key[1],
            parcels = parcels.Select(parcel => new { lines = new[] { new { inventoryId = parcel.Sku, qty = parcel.Quantity } }, trackingNbr = parcel.Tracking }),
        });
    }

    public override Task MoveStockAsync(string sku, string place, decimal onHand, bool silent = false) =>
        ControlAsync("stock/adjust", new { lines = new[] { new { inventoryId = sku, warehouseId = place, onHand } }, silent });

    public override async Task EditAsync(string orderId, string sku, decimal quantity, string? instead = null)
    {
        var key = orderId.Split('/');
        var line = (await OrderAsync(orderId))["lines"]!.AsArray().FirstOrDefault(row => (string?)row!["inventoryID"] == sku);
        await ControlAsync("edit", new
        {
            orderType = key[0], orderNbr = key[1],
            lines = new[] { new { lineNbr = line?["lineNbr"]!.GetValue<long>(), inventoryId = instead ?? (line is null ? sku : null), qty = quantity, unitPrice = line is null ? 1m : (decimal?)null, delete = quantity == 0 } },
        });
    }

    public override Task CancelAsync(string orderId) => ControlAsync("cancel", new { orderType = orderId.Split('/')[0], orderNbr = orderId.Split('/')[1] });

    public override Task HoldCreditAsync(string orderId, bool held) => ControlAsync("edit", new { orderType = orderId.Split('/')[0], orderNbr = orderId.Split('/')[1], creditHold = held });

    public override Task CorrectAsync(string shipment, string? tracking, bool delete = false) =>
        ControlAsync("correct", new { shipmentNbr = shipment, trackingNbr = tracking, confirm = tracking is not null, delete });

    public override async Task<StoredDetails> DetailsAsync(string orderId)
    {
        var order = await OrderAsync(orderId);
        var applied = (await StateAsync("payments")).SelectMany(payment => payment["orders"]!.AsArray())
            .Where(row => $"{row!["orderType"]}/{row["orderNbr"]}" == orderId).Sum(row => row!["applied"]!.GetValue<decimal>());
        return new StoredDetails((string)order["shipVia"]!, (string)order["city"]!, [.. order["coupons"]!.AsArray().Select(code => (string)code!)], applied);
    }

    private async Task<JsonObject> OrderAsync(string orderId) =>
        (await StateAsync("orders")).Single(order => $"{order["orderType"]}/{order["orderNbr"]}" == orderId);

    public override async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        var seats = (await _control.GetAsync("state"))["seatsTaken"]!.GetValue<int>();
        _control.Dispose();
        await _standIn.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        if (seats > 0 && !_refused) throw new InvalidOperationException($"{seats} seats were left taken.");
    }

    private static readonly LookupTables Lookups = LookupTables.Parse(JsonNode.Parse("""
        {
          "ship-vias": { "codes": { "Ground": "GROUND", "One day": "EXPRESS" } }, "taxes": { "codes": { "VAT": "WEBTAX" } }, "payment-methods": { "codes": { "PayPal": "ONLINE" } },
          "cash-accounts": { "codes": { "PayPal:USD": "10200WEB", "PayPal:EUR": "10250WEB" } },
          "fee-items": { "codes": { "HANDLING": "GIFT-WRAP", "ROUNDING": "GIFT-WRAP" } }
        }
        """)!.AsObject(), "test");

    private Task<IEnumerable<JsonObject>> StateAsync(string part) => _control.StateAsync(part);

    public Task ControlAsync(string name, object body) => _control.PostAsync(name, body);

    private sealed class Secrets : ISecrets
    {
        public string? Get(string name) => name == "password" ? "sandbox-password" : "sandbox-client-secret";

        public string Require(string name) => Get(name)!;
    }

    private sealed class Tokens : ITokenStore
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<int, TokenChain> _chains = new();

        public Task<TokenChain> LoadAsync(string connection, int seat, CancellationToken ct) => Task.FromResult(_chains.GetValueOrDefault(seat, TokenChain.Empty));

        public Task SaveAsync(string connection, int seat, TokenChain chain, CancellationToken ct)
        {
            _chains[seat] = chain;
            return Task.CompletedTask;
        }
    }
}
