using Integration.Sandbox.Shop;
using Integration.Tests.Compliance.Storefront.XCart;

namespace Integration.Tests.Compliance.Storefront.XCart55;

public sealed class XCart55CustomerWriting : StorefrontCustomerWriting
{
    private protected override async Task<StorefrontStage> StageAsync() => await XCartStage.StartAsync(ShopApi.Rest55);
}
