using Integration.Sandbox.Shop;

namespace Integration.Tests.Compliance.Products;

public sealed class XCart55AddOnProducts : ProductCompliance
{
    private protected override Task<ProductSide> StartAsync() => XCartProductSide.StartAsync(ShopApi.Rest55, addOn: true);
}
