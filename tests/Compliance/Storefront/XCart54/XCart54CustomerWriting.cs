using Integration.Sandbox.Shop;
using Integration.Tests.Compliance.Storefront.XCart;

namespace Integration.Tests.Compliance.Storefront.XCart54;

public sealed class XCart54CustomerWriting : StorefrontCustomerWriting
{
    private protected override async Task<StorefrontStage> StageAsync() => await XCartStage.StartAsync(ShopApi.Legacy54);
}
