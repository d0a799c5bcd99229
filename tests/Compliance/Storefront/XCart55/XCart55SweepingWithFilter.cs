using Integration.Sandbox.Shop;
using Integration.Tests.Compliance.Storefront.XCart;

namespace Integration.Tests.Compliance.Storefront.XCart55;

/// <summary>Later versions of 5.5 can leave out orders that did not change.</summary>
public sealed class XCart55SweepingWithFilter : StorefrontSweeping
{
    private protected override async Task<StorefrontStage> StageAsync() => await XCartStage.StartAsync(ShopApi.Rest55, change: options => options with { FiltersByRenewal = true });
}
