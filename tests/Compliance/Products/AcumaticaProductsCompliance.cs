namespace Integration.Tests.Compliance.Products;

public sealed class AcumaticaProductsCompliance : ProductCompliance
{
    private protected override Task<ProductSide> StartAsync() => AcumaticaProductSide.StartAsync();
}
