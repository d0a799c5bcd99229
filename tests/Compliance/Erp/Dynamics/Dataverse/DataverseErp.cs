using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.Entra;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integration.Tests.Compliance.Erp.Dynamics.Dataverse;

/// <summary>The Dynamics connector in mode <c>dataverse</c> on the stand-ins of Entra and Dataverse.</summary>
internal sealed class DataverseErp : ErpUnderTest
{
    private const int PageSize = 10;
    private const int Pending = 2;
    private const int New = 1;

    private readonly string _folder;
    private readonly DynamicsConnectorFactory _factory;
    private readonly StandInControl _control;
    private readonly HttpClient _web;

    private DataverseErp(string folder, EntraStandIn entra, DataverseStandIn dataverse, ForwardClock clock)
    {
        (_folder, Entra, Dataverse, Clock) = (folder, entra, dataverse, clock);
        _control = new StandInControl(dataverse.BaseUrl);
        _web = new HttpClient { BaseAddress = dataverse.BaseUrl };
        _factory = new DynamicsConnectorFactory(new OneSecret(DynamicsErp.ClientSecret), TimeProvider.System, NullLogger<DynamicsConnector>.Instance);
        Erp = (IErp)_factory.Create(new ConnectionDefinition
        {
            Name = "erp", Kind = "dynamics", Url = dataverse.BaseUrl, Deadline = Troubles.Deadline, Secrets = new Dictionary<string, string> { ["clientSecret"] = "entra" },
            Settings = new JsonObject
            {
                ["mode"] = "dataverse", ["authority"] = entra.BaseUrl.AbsoluteUri, ["tenantId"] = entra.Options.Tenant, ["clientId"] = entra.Options.Applications[0].ClientId, ["pageSize"] = PageSize,
                ["dataverse"] = new JsonObject { ["priceLists"] = new JsonObject { ["USD"] = "Web", ["EUR"] = "Web EUR" }, ["stockPlace"] = "MAIN", ["mainPriceList"] = "Web", ["unitGroup"] = "Default Unit" },
            },
        });
    }

    public override IErp Erp { get; }

    public EntraStandIn Entra { get; }

    public DataverseStandIn Dataverse { get; }

    /// <summary>Dataverse's clock.</summary>
    public ForwardClock Clock { get; }

    public override ErpFeatures Features => new()
    {
        UniqueReference = true, Skus = ["LAMP-ZÜRICH", "MUG-01", "BOOK-łÓDŹ", "TEE-RED-S"], Currencies = ["USD", "EUR"], PageSize = PageSize, CallsPerOrder = 2,
        UniqueCustomers = true, OrdersCarryPayments = false, Reopens = false, ReopensShipments = false, Held = ErpOrderStatus.OnHold,
    };

    /// <summary>Starts the stand-ins.</summary>
    /// <param name="integrated">True: sales order processing is integrated, so that Sales takes prices and totals as they are. False: it reckons them itself.</param>
    public static async Task<DataverseErp> StartAsync(bool integrated)
    {
        var folder = Directory.CreateTempSubdirectory("dataverse-erp").FullName;
        var entra = await EntraStandIn.StartAsync(new EntraOptions());
        var clock = new ForwardClock();
        var dataverse = await DataverseStandIn.StartAsync(new DataverseOptions
        {
            DataFile = Path.Combine(folder, "dataverse.db"), ClientId = entra.Options.Applications[0].ClientId, Tokens = entra.Tokens, Time = clock,
        });
        var erp = new DataverseErp(folder, entra, dataverse, clock);
        if (integrated) await erp.ControlAsync("organization", new { sopIntegration = true });
        return erp;
    }

    public override JsonObject Map(Order order, string customerId)
    {
        var result = MappingDocument.Parse(Erp.SalesOrders.DefaultMapping).Compile(null, Erp.SalesOrders.Schema).Map(OrderMappings.SourceOf(null, order, customerId), Lookups);
        return result.Document ?? throw new InvalidOperationException(string.Join("; ", result.Problems.Select(problem => problem.Message)));
    }

    public override async Task<IReadOnlyList<StoredOrder>> OrdersAsync(string reference) =>
    [
        .. (await StateAsync("orders")).Where(order => (string?)order["externalRef"] == reference).Select(order => new StoredOrder(
            (string)order["id"]!, order["orderTotal"]!.GetValue<decimal>(), (string)order["currencyID"]!,
            Lines(order).Where(line => line["inventoryID"] is not null).ToDictionary(line => (string)line["inventoryID"]!, line => line["qty"]!.GetValue<decimal>()))),
    ];

    public override async Task<int> CustomersAsync(string email) => (await StateAsync("customers")).Count(customer => string.Equals((string?)customer["email"], email, StringComparison.OrdinalIgnoreCase));

    public override Task<int> CallsAsync() => Task.FromResult(Dataverse.Calls.Calls().Count(call => call.Target.StartsWith("/api/data/", StringComparison.Ordinal)));

    public override Task TroubleAsync(Trouble trouble)
    {
        Arm(trouble, "$batch", "POST");
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
        ControlAsync("stock/adjust", new { lines = new[] { new { inventoryId = sku, onHand } }, silent });

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

    public override Task HoldCreditAsync(string orderId, bool held) => ControlAsync("edit", new { orderNbr = orderId, fields = new { statuscode = held ? Pending : New } });

    public override async Task CorrectAsync(string shipment, string? tracking, bool delete = false)
    {
        if (delete)
        {
            await WebAsync(HttpMethod.Delete, $"invoices({shipment})", null);
            return;
        }

        var lines = (await WebAsync(HttpMethod.Get, $"invoicedetails?$select=invoicedetailid&$filter=_invoiceid_value eq {shipment}", null))!["value"]!.AsArray();
        foreach (var line in lines) await WebAsync(HttpMethod.Patch, $"invoicedetails({line!["invoicedetailid"]})", new JsonObject { ["shippingtrackingnumber"] = tracking });
    }

    public override async Task<StoredDetails> DetailsAsync(string orderId)
    {
        var order = (await WebAsync(HttpMethod.Get, $"salesorders({orderId})?$select=shippingmethodcode,shipto_city,description", null))!;
        return new StoredDetails(
            order["shippingmethodcode"]?.GetValue<int>() switch { 5 => "GROUND", 2 => "EXPRESS", _ => "" }, (string?)order["shipto_city"] ?? "",
            [.. ((string?)order["description"] ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries)], 0);
    }

    public override async ValueTask DisposeAsync()
    {
        _factory.Dispose();
        _control.Dispose();
        _web.Dispose();
        await Dataverse.DisposeAsync();
        await Entra.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Plays the organization's people, or changes its settings.</summary>
    public Task ControlAsync(string name, object body) => _control.PostAsync(name, body);

    /// <summary>Makes trouble with the next call that fits.</summary>
    public void Arm(Trouble trouble, string? path, string? method) => Dataverse.Faults.Add(trouble.Once(path, method));

    private static readonly LookupTables Lookups = LookupTables.Parse(
        JsonNode.Parse("""{ "delivery-modes": { "codes": { "Ground": "5", "One day": "2" } } }""")!.AsObject(), "test");

    private static IEnumerable<JsonObject> Lines(JsonObject order) => order["lines"]!.AsArray().Select(line => line!.AsObject());

    private async Task<JsonObject> OrderAsync(string orderId) => (await StateAsync("orders")).Single(order => (string?)order["id"] == orderId);

    private Task<IEnumerable<JsonObject>> StateAsync(string part) => _control.StateAsync(part);

    // What people do over a form that the control paths have not.
    private async Task<JsonObject?> WebAsync(HttpMethod method, string target, JsonObject? body)
    {
        using var signIn = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = Entra.Options.Applications[0].ClientId, ["client_secret"] = DynamicsErp.ClientSecret,
            ["scope"] = $"{Dataverse.BaseUrl.AbsoluteUri.TrimEnd('/')}/.default",
        });
        using var signedIn = await _web.PostAsync(new Uri(Entra.BaseUrl, $"{Entra.Options.Tenant}/oauth2/v2.0/token"), signIn);
        var token = (string)(await signedIn.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
        using var request = new HttpRequestMessage(method, $"/api/data/v9.2/{target}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Add("OData-Version", "4.0");
        request.Headers.Add("OData-MaxVersion", "4.0");
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _web.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(text);
        return text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject();
    }
}
