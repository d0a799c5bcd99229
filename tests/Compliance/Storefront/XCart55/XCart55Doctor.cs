using Integration.Connectors.Ports;
using Integration.Sandbox.Shop;
using Integration.Tests.Compliance.Storefront.XCart;
using Xunit;

namespace Integration.Tests.Compliance.Storefront.XCart55;

public sealed class XCart55Doctor
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_reading_token_in_the_place_of_the_writing_one_is_found()
    {
        await using var stage = await XCartStage.StartAsync(ShopApi.Rest55, writeSecret: "xc1-read");

        var finding = Assert.Single(await stage.Storefront.ProbeAsync(Ct), finding => finding.Check == "write key");
        Assert.Equal(ProbeLevel.Failed, finding.Level);
        Assert.Contains("token_all", finding.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "cannot leave out older ones")]
    [InlineData(true, "lists only the orders that changed")]
    public async Task Every_check_of_a_sound_shop_is_reported(bool filters, string changed)
    {
        await using var stage = await XCartStage.StartAsync(ShopApi.Rest55, addOn: filters, change: options => options with { FiltersByRenewal = filters });
        await stage.PlaceAsync(new StagedOrder());

        var findings = await stage.Storefront.ProbeAsync(Ct);
        Assert.Equal(
            ["reachability", "transport", "read key", "write key", "least permission", "changed orders", "orders", "currency", "payment statuses", "shipping statuses", "clock", "purpose", "api", "version", "add-on"],
            findings.Select(finding => finding.Check));
        Assert.DoesNotContain(findings, finding => finding.Level == ProbeLevel.Failed);
        Assert.Contains(changed, findings.Single(finding => finding.Check == "changed orders").Message, StringComparison.Ordinal);
        Assert.Contains("5.5", findings.Single(finding => finding.Check == "api").Message, StringComparison.Ordinal);
        Assert.Equal(filters ? ProbeLevel.Ok : ProbeLevel.NotChecked, findings.Single(finding => finding.Check == "version").Level);
    }
}
