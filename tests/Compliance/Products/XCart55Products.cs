using Integration.Sandbox.Shop;

namespace Integration.Tests.Compliance.Products;

public sealed class XCart55Products : ProductCompliance
{
    private protected override Task<ProductSide> StartAsync() => XCartProductSide.StartAsync(ShopApi.Rest55);
}
