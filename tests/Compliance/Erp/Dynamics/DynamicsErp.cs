using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Platform.Secrets;
using Integration.Sandbox.Dynamics.Entra;
using Integration.Sandbox.Dynamics.Finance;
using Integration.Sandbox.Faults;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>The Dynamics connector in mode <c>fno</c> on the stand-ins of Entra and Finance and Operations.</summary>
internal sealed partial class DynamicsErp : ErpUnderTest
{
    /// <summary>The secret that the stand-in knows.</summary>
    public const string ClientSecret = "sandbox-client-secret";

    private const int PageSize = 10;
    private const string Discounts = "DISCOUNT";
    private const string Rounding = "ROUNDING";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);
    private static readonly string[] Amounts = ["SHIPPING", "SALESTAX", Discounts, "GIFT-WRAP", Rounding];

    private readonly string _folder;
    private readonly DynamicsConnectorFactory _factory;
    private readonly HttpClient _control;
    private readonly bool _ownNumbers;
    private readonly ConnectionDefinition _definition;

    private DynamicsErp(string folder, EntraStandIn entra, FinanceStandIn finance, bool ownNumbers, string secret, string secretName, JsonObject? more)
    {
        (_folder, Entra, Finance, _ownNumbers) = (folder, entra, finance, ownNumbers);
        _control = new HttpClient { BaseAddress = finance.BaseUrl };
        _factory = new DynamicsConnectorFactory(new Secrets(secret), TimeProvider.System, NullLogger<DynamicsConnector>.Instance);
        var settings = new JsonObject
        {
            ["mode"] = "fno", ["authority"] = entra.BaseUrl.AbsoluteUri, ["tenantId"] = entra.Options.Tenant, ["clientId"] = entra.Options.Applications[0].ClientId, ["legalEntity"] = "usmf",
            ["numbering"] = ownNumbers ? "ours" : "erp", ["customerGroup"] = "WEB", ["site"] = "1", ["warehouse"] = "MAIN", ["pageSize"] = PageSize, ["items"] = new JsonObject { ["fee"] = "GIFT-WRAP" },
            ["customerCurrency"] = "USD", ["listEvery"] = "00:00:00", ["payments"] = new JsonObject { ["journal"] = "WebPay", ["generalJournal"] = "WebJrn" }, ["products"] = new JsonObject { ["weightUnit"] = "kg" },
        };
        foreach (var (name, value) in more ?? []) settings[name] = value?.DeepClone();
        _definition = new ConnectionDefinition
        {
            Name = "erp", Kind = "dynamics", Url = finance.BaseUrl, Deadline = Deadline,
            Secrets = new Dictionary<string, string> { [secretName] = "entra" }, Settings = settings,
        };
        Erp = Another();
    }

    public override IErp Erp { get; }

    /// <summary>One more connector to the same stand-ins, as another process has it.</summary>
    public IErp Another() => (IErp)_factory.Create(_definition);

    public EntraStandIn Entra { get; }

    public FinanceStandIn Finance { get; }

    /// <summary>Tokens that were asked for so far.</summary>
    public int SignIns => Entra.Calls.Calls().Count(call => call.Target.Contains("/oauth2/v2.0/token", StringComparison.Ordinal));

    public override ErpFeatures Features => new()
    {
        UniqueReference = _ownNumbers, Skus = ["LAMP-ZÜRICH", "MUG-01", "BOOK-łÓDŹ", "TEE-RED-S"], Currencies = ["USD", "EUR"], PageSize = PageSize, CallsPerOrder = _ownNumbers ? 1 : 2,
        ChangeStamps = false, Cancels = false, OrdersCarryPayments = false, ItemsChangeInPlace = false, ReopensShipments = false, ReleasesMoney = false, SettlesCredits = false, Held = ErpOrderStatus.OnHold,
    };

    /// <summary>Starts the stand-ins with what the set-up asks for.</summary>
    /// <param name="ownNumbers">True: order numbers are our references, and the number sequence is manual. False: F&amp;O numbers, and finds the header of its change set.</param>
    /// <param name="environment">Settings of the environment beside these.</param>
    /// <param name="secret">The secret that the connector has.</param>
    /// <param name="byCertificate">True: the secret is a certificate with its key, and the tenant knows the certificate and no client secret.</param>
    /// <param name="more">Settings of the connection beside the usual ones.</param>
    /// <param name="orderFields">Number fields that an extension has added to orders.</param>
    public static async Task<DynamicsErp> StartAsync(
        bool ownNumbers, Action<FinanceSettings>? environment = null, string secret = ClientSecret, bool byCertificate = false, JsonObject? more = null, params IReadOnlyList<string> orderFields)
    {
        var folder = Directory.CreateTempSubdirectory("dynamics-erp").FullName;
        var settings = new FinanceSettings { PageSize = PageSize, ManualNumbers = ownNumbers ? ["SalesOrderNumber"] : [], ResolvesContentIds = !ownNumbers };
        environment?.Invoke(settings);
        var tenant = new EntraOptions();
        if (byCertificate) tenant = tenant with { Applications = [tenant.Applications[0] with { Secrets = [], Certificates = [X509Certificate2.CreateFromPem(secret)] }] };
        var entra = await EntraStandIn.StartAsync(tenant);
        var finance = await FinanceStandIn.StartAsync(new FinanceOptions { DataFile = Path.Combine(folder, "finance.db"), Entra = entra, Settings = settings, OrderFields = orderFields });
        var erp = new DynamicsErp(folder, entra, finance, ownNumbers, secret, byCertificate ? "certificate" : "clientSecret", more);
        await erp.ControlAsync("item", new { inventoryId = Rounding, service = true });
        return erp;
    }

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
        Arm(trouble, WriteOf(trouble), "POST");
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

    public override async ValueTask DisposeAsync()
    {
        _factory.Dispose();
        _control.Dispose();
        await Finance.DisposeAsync();
        await Entra.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Plays the environment's people, or changes its settings.</summary>
    public async Task ControlAsync(string name, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body));
        using var answer = await _control.PostAsync(new Uri($"/_sandbox/{name}", UriKind.Relative), content);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    private static readonly LookupTables Lookups = LookupTables.Parse(
        JsonNode.Parse("""{ "delivery-modes": { "codes": { "Ground": "GROUND", "One day": "EXPRESS" } } }""")!.AsObject(), "test");

    private static IEnumerable<JsonObject> Lines(JsonObject order) => order["lines"]!.AsArray().Select(line => line!.AsObject());

    /// <summary>Makes trouble with the next call that fits.</summary>
    public void Arm(Trouble trouble, string? path, string? method)
    {
        var rule = trouble switch
        {
            Trouble.Throttle => new FaultRule { Kind = FaultKind.Status, Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } },
            Trouble.Reset => new FaultRule { Kind = FaultKind.Reset },
            Trouble.CommitThenTimeout => new FaultRule { Kind = FaultKind.CommitThenTimeout, Delay = Deadline * 2 },
            Trouble.CommitLate => new FaultRule { Kind = FaultKind.CommitLate, Delay = TimeSpan.FromSeconds(1) },
            Trouble.ErrorPage => new FaultRule { Kind = FaultKind.Html500 },
            Trouble.HalfAnAnswer => new FaultRule { Kind = FaultKind.Malformed },
            _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "Not known."),
        };
        Finance.Faults.Add(rule with { Method = method, PathContains = path, Count = 1 });
    }

    private async Task<JsonObject> OrderAsync(string orderId) => (await StateAsync("orders")).Single(order => (string?)order["orderNbr"] == orderId);

    private async Task<IEnumerable<JsonObject>> StateAsync(string part) =>
        (await _control.GetFromJsonAsync<JsonObject>("/_sandbox/state"))![part]!.AsArray().Select(row => row!.AsObject());

    private sealed class Secrets(string secret) : ISecrets
    {
        public string? Get(string name) => secret;

        public string Require(string name) => secret;
    }
}
