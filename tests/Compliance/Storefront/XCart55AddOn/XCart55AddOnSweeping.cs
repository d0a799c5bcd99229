using Integration.Sandbox.Shop;
using Integration.Tests.Compliance.Storefront.XCart;

namespace Integration.Tests.Compliance.Storefront.XCart55AddOn;

public sealed class XCart55AddOnSweeping : StorefrontSweeping
{
    private protected override async Task<StorefrontStage> StageAsync() => await XCartStage.StartAsync(ShopApi.Rest55, addOn: true);
}
