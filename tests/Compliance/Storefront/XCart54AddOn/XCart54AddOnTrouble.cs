using Integration.Sandbox.Shop;
using Integration.Tests.Compliance.Storefront.XCart;

namespace Integration.Tests.Compliance.Storefront.XCart54AddOn;

public sealed class XCart54AddOnTrouble : StorefrontTrouble
{
    private protected override async Task<StorefrontStage> StageAsync() => await XCartStage.StartAsync(ShopApi.Legacy54, addOn: true);
}
