using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse.Probing;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Probing;

public sealed class DataverseDoctorTests
{
    [Fact]
    public async Task A_set_up_organization_has_nothing_to_mend()
    {
        await using var bench = await SalesBench.StartAsync(settings: SalesBench.Usual with { Dataverse = SalesBench.Usual.Dataverse with { PriceLists = new Dictionary<string, string> { ["USD"] = "Web", ["EUR"] = "Web EUR" } } });

        Assert.All(await bench.ProbeAsync(), finding => Assert.Equal(ProbeLevel.Ok, finding.Level));
    }

    [Theory]
    [InlineData("Pending", "not active yet")]
    [InlineData("Failed", "not active yet")]
    public async Task A_key_that_is_not_active_is_named(string status, string words)
    {
        await using var bench = await SalesBench.StartAsync();
        await bench.Org.ControlAsync("keys", new JsonObject { ["table"] = "salesorder", ["columns"] = new JsonArray("xci_externalid"), ["status"] = status });

        Named(await bench.ProbeAsync(), "alternate-key", words, ProbeLevel.Failed);
    }

    [Fact]
    public async Task A_missing_key_and_missing_columns_are_named()
    {
        var settings = SalesBench.Usual with { Dataverse = SalesBench.Usual.Dataverse with { ExternalId = "new_shopid", LineKey = "new_line", AnomalyScore = "new_anomaly", CreditScore = "new_credit", ProductColumn = "new_sku" } };
        await using var bench = await SalesBench.StartAsync(settings: settings);

        var findings = await bench.ProbeAsync();

        Named(findings, "alternate-key", "no alternate key on new_shopid", ProbeLevel.Failed);
        foreach (var column in (string[])["salesorder has no column new_shopid", "salesorderdetail has no column new_line", "salesorder has no column new_anomaly", "salesorder has no column new_credit", "product has no column new_sku"])
            Named(findings, "column", column, ProbeLevel.Failed);
    }

    [Theory]
    [InlineData(false, true, "integration is off")]
    [InlineData(true, false, "no integration user")]
    public async Task Who_reckons_prices_is_told(bool integrated, bool integrationUser, string words)
    {
        await using var bench = await SalesBench.StartAsync();
        await bench.Org.ControlAsync("organization", new JsonObject { ["sopIntegration"] = integrated, ["integrationUser"] = integrationUser });

        Named(await bench.ProbeAsync(), "order-processing-integration", words, ProbeLevel.Warning);
    }

    [Theory]
    [InlineData("USD", "Nothing", "price-list", "no price list \"Nothing\"")]
    [InlineData("EUR", "Web", "price-list", "another currency than EUR")]
    [InlineData("CHF", "Web", "currency", "no active currency CHF")]
    public async Task A_price_list_that_does_not_fit_is_named(string currency, string list, string check, string words)
    {
        await using var bench = await SalesBench.StartAsync(settings: SalesBench.Usual with { Dataverse = SalesBench.Usual.Dataverse with { PriceLists = new Dictionary<string, string> { [currency] = list } } });

        Named(await bench.ProbeAsync(), check, words, ProbeLevel.Failed);
    }

    [Fact]
    public async Task A_price_list_that_is_not_active_and_a_product_without_unit_are_named()
    {
        await using var bench = await SalesBench.StartAsync();
        await bench.Org.ControlAsync("tamper", new JsonObject { ["entity"] = "product", ["keys"] = new JsonArray("MUG-01"), ["fields"] = new JsonObject { ["defaultuomid"] = null } });
        await bench.Org.ControlAsync("tamper", new JsonObject { ["entity"] = "pricelevel", ["keys"] = new JsonArray(Integration.Sandbox.Dynamics.Dataverse.Control.Ids.Of("pricelevel", "Web").ToString()), ["fields"] = new JsonObject { ["statecode"] = 1 } });

        var findings = await bench.ProbeAsync();

        Named(findings, "units", "MUG-01", ProbeLevel.Warning);
        Named(findings, "price-list", "\"Web\" is not active", ProbeLevel.Failed);
    }

    [Fact]
    public async Task A_refused_sign_in_is_all_that_is_told()
    {
        await using var bench = await SalesBench.StartAsync();
        await bench.Org.ControlAsync("revoke");

        var finding = Assert.Single(await bench.ProbeAsync());

        Assert.Equal(("credentials", ProbeLevel.Failed), (finding.Check, finding.Level));
    }

    [Fact]
    public async Task Dual_write_that_is_not_there_keeps_the_pair_from_going_live()
    {
        await using var bench = await SalesBench.StartAsync(integrated: false, settings: SalesBench.Usual with { Mode = "dataverse+fno", LegalEntity = "usmf", CustomerGroup = "WEB" });

        var findings = await bench.ProbeAsync();

        Named(findings, "dual-write", "not installed", ProbeLevel.Failed);
        Named(findings, "order-processing-integration", "integration is off", ProbeLevel.Failed);
        Named(findings, "column", "salesorderdetail has no column msdyn_externalitemnumber", ProbeLevel.Failed);
    }

    [Fact]
    public void Shipping_methods_are_numbers()
    {
        var findings = DataverseDoctor.ExamineLookups(JsonNode.Parse("""{ "delivery-modes": { "codes": { "Ground": "5", "Fast": "EXPRESS" } } }""")!.AsObject());

        Assert.Contains("'Fast'", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    private static void Named(IReadOnlyList<ProbeFinding> findings, string check, string words, ProbeLevel level)
    {
        var finding = Assert.Single(findings, finding => finding.Check == check && finding.Message.Contains(words, StringComparison.Ordinal));
        Assert.Equal(level, finding.Level);
        Assert.NotEmpty(finding.Fix ?? "");
    }
}
