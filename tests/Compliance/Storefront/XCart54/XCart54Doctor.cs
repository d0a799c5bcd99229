using Integration.Connectors.Ports;
using Integration.Sandbox.Shop;
using Integration.Tests.Compliance.Storefront.XCart;
using Xunit;

namespace Integration.Tests.Compliance.Storefront.XCart54;

public sealed class XCart54Doctor
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_only_key_in_the_place_of_the_write_key_is_found()
    {
        await using var stage = await XCartStage.StartAsync(ShopApi.Legacy54, writeSecret: "xc1-read");

        var finding = Assert.Single(await stage.Storefront.ProbeAsync(Ct), finding => finding.Check == "write key");
        Assert.Equal(ProbeLevel.Failed, finding.Level);
        Assert.Contains("read/write", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_host_than_the_shops_own_is_found_and_named()
    {
        await using var stage = await XCartStage.StartAsync(ShopApi.Legacy54, change: options => options with { HttpHost = "shop.example.com" });

        var finding = Assert.Single(await stage.Storefront.ProbeAsync(Ct));
        Assert.Equal(ProbeLevel.Failed, finding.Level);
        Assert.Contains("http://shop.example.com", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_check_of_a_sound_shop_is_reported()
    {
        await using var stage = await XCartStage.StartAsync(ShopApi.Legacy54);
        await stage.PlaceAsync(new StagedOrder());

        var findings = await stage.Storefront.ProbeAsync(Ct);
        Assert.Equal(
            ["reachability", "transport", "read key", "write key", "least permission", "changed orders", "orders", "currency", "payment statuses", "shipping statuses", "clock", "purpose", "api", "version", "add-on"],
            findings.Select(finding => finding.Check));
        Assert.DoesNotContain(findings, finding => finding.Level == ProbeLevel.Failed);
        Assert.Contains("USD", findings.Single(finding => finding.Check == "currency").Message, StringComparison.Ordinal);
    }
}
