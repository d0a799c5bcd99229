namespace Integration.Tests.Compliance.Products;

public sealed class DataverseProductsCompliance : ProductCompliance
{
    private protected override Task<ProductSide> StartAsync() => DataverseProductSide.StartAsync();
}
