using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Dynamics;
using Integration.Platform.Secrets;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Integration.Tests.Unit.Sandbox.Dynamics.DualWrite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.SalesOrders;

public sealed class DualWriteOrderTests
{
    private const string Reference = "XC1-1001";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_is_made_in_Dataverse_and_stands_in_Finance_with_every_amount_as_a_line()
    {
        await using var linked = await StartAsync();
        using var factory = Factory(linked);
        var erp = Erp(factory, linked);

        var done = Assert.IsType<WriteOutcome.Done>(await MadeAsync(erp));

        await linked.SettleAsync();
        var header = Assert.Single(await linked.FinanceAsync($"SalesOrderHeadersV3?cross-company=true&$filter=CustomersOrderReference eq '{Reference}'"));
        Assert.Equal((done.Ref.Id, "WEBGUEST", "USD"), (header.Text("SalesOrderNumber"), header.Text("OrderingCustomerAccountNumber"), header.Text("CurrencyCode")));
        var lines = await linked.FinanceLinesAsync(done.Ref.Id);
        Assert.Equal(["MUG-01", "SHIPPING", "SALESTAX"], lines.Select(line => line.Text("ItemNumber")));
        Assert.Equal([10m, 4.90m, 1.23m], lines.Select(line => line.Amount("LineAmount")));
        Assert.Equal(["1", "shipping", "tax"], lines.Select(line => line.Text("ExternalItemNumber")));
        Assert.Equal(done.Ref, Assert.IsType<WriteOutcome.AlreadyDone>(await MadeAsync(erp)).Ref);
        Assert.Equal(done.Ref.Id, Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await erp.Fulfilment.ReadOrderAsync(done.Ref.Id, Ct)).Value.Id);
    }

    [Fact]
    public async Task The_customer_is_that_of_our_company_where_another_has_one_of_the_same_number()
    {
        await using var linked = await StartAsync();
        using var factory = Factory(linked);
        var erp = Erp(factory, linked);
        // Of two the first by its id is found.
        var theirs = await linked.MakeAsync("accounts", new JsonObject
        {
            ["accountid"] = "00000000-0000-0000-0000-000000000001", ["name"] = "Another company's", ["accountnumber"] = "TWIN", ["customertypecode"] = 3, ["msdyn_company@odata.bind"] = Linked.Bind("cdm_company", "cdm_companies", "demf"),
        });
        await linked.PlayAsync("customer", new JsonObject { ["customerID"] = "TWIN", ["customerName"] = "Ours", ["email"] = "twin@example.com" });
        await linked.SettleAsync();
        // What comes back would set it right.
        await linked.ControlAsync("lose", new JsonObject { ["map"] = "salesorder", ["direction"] = "toDataverse", ["count"] = 9 });
        var document = Document();
        document["header"]!["Customer"] = "TWIN";

        Assert.IsType<WriteOutcome.Done>(await erp.SalesOrders.CreateAsync(Reference, document, Ct));

        var order = Assert.Single(await linked.ListAsync($"salesorders?$select=_customerid_value&$filter=xci_externalid eq '{Reference}'"));
        Assert.NotEqual(theirs.Text("accountid"), order.Text("_customerid_value"));
    }

    [Fact]
    public async Task While_dual_write_stands_still_the_order_waits_and_is_found_once_it_goes_on()
    {
        await using var linked = await StartAsync();
        using var factory = Factory(linked);
        var erp = Erp(factory, linked);
        await linked.ControlAsync("pause");

        Assert.Contains("dual-write", Assert.IsType<WriteOutcome.Unknown>(await MadeAsync(erp)).Reason, StringComparison.Ordinal);
        Assert.IsType<WriteOutcome.Rejected>(Assert.IsType<LookOutcome.Failed>(await erp.SalesOrders.FindAsync(Reference, Document(), Ct)).Outcome);
        await linked.ControlAsync("resume");
        await linked.SettleAsync();

        Assert.IsType<LookOutcome.Same>(await erp.SalesOrders.FindAsync(Reference, Document(), Ct));
        Assert.Single(await linked.FinanceAsync($"SalesOrderHeadersV3?cross-company=true&$filter=CustomersOrderReference eq '{Reference}'"));
    }

    [Fact]
    public async Task An_edit_reaches_Finance_and_an_order_that_left_is_not_changed()
    {
        await using var linked = await StartAsync();
        using var factory = Factory(linked);
        var erp = Erp(factory, linked);
        var id = Assert.IsType<WriteOutcome.Done>(await MadeAsync(erp)).Ref.Id;
        await linked.SettleAsync();
        var edited = Document();
        edited["lines"]![0]!["quantity"] = 5m;
        edited["lines"]![0]!["Amount"] = 20m;

        Assert.IsType<WriteOutcome.Done>(await erp.SalesOrders.UpdateAsync(id, Reference, edited, Ct));
        await linked.SettleAsync();
        Assert.Equal(20m, (await linked.FinanceLinesAsync(id))[0].Amount("LineAmount"));

        await linked.PlayAsync("ship", new() { ["orderNbr"] = id });
        Assert.IsType<WriteOutcome.Rejected>(await erp.SalesOrders.UpdateAsync(id, Reference, Document(), Ct));
        Assert.IsType<WriteOutcome.Rejected>(await erp.SalesOrders.CancelAsync(id, Ct));
    }

    [Fact]
    public async Task The_probe_finds_the_maps_and_names_one_that_is_not_there()
    {
        await using var linked = await StartAsync();
        using var factory = Factory(linked);
        var erp = Erp(factory, linked);
        Assert.DoesNotContain(await erp.ProbeAsync(Ct), finding => finding.Level == ProbeLevel.Failed);

        await using var without = await StartAsync();
        foreach (var row in await without.ListAsync("msdyn_dualwriteruntimeconfigs?$filter=msdyn_internalentityname eq 'salesorder'"))
            await without.SendAsync(HttpMethod.Delete, $"msdyn_dualwriteruntimeconfigs({row.Text("msdyn_dualwriteruntimeconfigid")})");
        using var other = Factory(without);
        var missing = Assert.Single(await Erp(other, without).ProbeAsync(Ct), finding => finding is { Check: "dual-write", Level: ProbeLevel.Failed });
        Assert.Contains("sales order headers", missing.Message, StringComparison.Ordinal);
    }

    private static async Task<Linked> StartAsync()
    {
        var linked = await Linked.StartAsync();
        await linked.SendAsync(HttpMethod.Post, "/_sandbox/organization", new JsonObject { ["sopIntegration"] = true });
        await linked.PlayAsync("item", new JsonObject { ["inventoryId"] = "ROUNDING", ["service"] = true });
        await linked.SettleAsync();
        return linked;
    }

    private static JsonObject Document() => new()
    {
        ["header"] = new JsonObject
        {
            ["Reference"] = Reference, ["Customer"] = "WEBGUEST", ["Currency"] = "USD", ["name"] = "Shop order 1001", ["msdyn_ordertype"] = 192350000, ["msdyn_isdeliveryaddressorderspecific"] = true,
            ["requestdeliveryby"] = "2026-03-01", ["shipto_line1"] = "Bahnhofstrasse 1", ["shipto_city"] = "Springfield", ["shipto_country"] = "United States",
        },
        ["lines"] = new JsonArray(
            new JsonObject { ["Key"] = "1", ["Product"] = "MUG-01", ["quantity"] = 3m, ["Amount"] = 10m },
            new JsonObject { ["Key"] = "shipping", ["Product"] = "SHIPPING", ["quantity"] = 1m, ["Amount"] = 4.90m },
            new JsonObject { ["Key"] = "tax", ["Product"] = "SALESTAX", ["quantity"] = 1m, ["Amount"] = 1.23m }),
    };

    private static Task<WriteOutcome> MadeAsync(IErp erp) => erp.SalesOrders.CreateAsync(Reference, Document(), Ct);

    private static IErp Erp(DynamicsConnectorFactory factory, Linked linked) => (IErp)factory.Create(new ConnectionDefinition
    {
        Name = "erp", Kind = "dynamics", Url = linked.StandIn.Dataverse.BaseUrl, File = "pairs/shop.json", Secrets = new Dictionary<string, string> { ["clientSecret"] = "entra" },
        Settings = new JsonObject
        {
            ["mode"] = "dataverse+fno", ["authority"] = linked.Entra.BaseUrl.AbsoluteUri, ["tenantId"] = linked.Entra.Options.Tenant, ["clientId"] = linked.Entra.Options.Applications[0].ClientId,
            ["legalEntity"] = "usmf", ["customerGroup"] = "WEB", ["site"] = "1", ["warehouse"] = "MAIN", ["items"] = new JsonObject { ["fee"] = "GIFT-WRAP" },
            ["finance"] = new JsonObject { ["url"] = linked.StandIn.Finance.BaseUrl.AbsoluteUri }, ["dataverse"] = new JsonObject { ["priceLists"] = new JsonObject { ["USD"] = "Web" } },
        },
    });

    private static DynamicsConnectorFactory Factory(Linked linked) => new(new Secret(linked.Entra.Options.Applications[0].Secrets[0]), TimeProvider.System, NullLogger<DynamicsConnector>.Instance);

    private sealed class Secret(string secret) : ISecrets
    {
        public string? Get(string name) => secret;

        public string Require(string name) => secret;
    }
}
