using Integration.Sandbox.Shop;

namespace Integration.Tests.Compliance.Products;

public sealed class XCart54Products : ProductCompliance
{
    private protected override Task<ProductSide> StartAsync() => XCartProductSide.StartAsync(ShopApi.Legacy54);
}
