using Integration.Connectors.Connections;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Registers the products lane.</summary>
internal static class ProductRegistration
{
    public static IServiceCollection AddProductLane(this IServiceCollection services)
    {
        services.AddMessages(typeof(ProductInStore), typeof(OfferProduct), typeof(WriteProduct), typeof(ProductWritten), typeof(DecideConflict));
        services.AddSingleton<ProductFailures>().AddSingleton<ProductComparison>().AddSingleton<ProductDecision>();
        services.AddSingleton<StoreProductHeard>().AddSingleton<StoreProductWritten>();
        services.AddSingleton<StoreSkus>().AddSingleton<OfferedProduct>().AddSingleton<ChangedProduct>();
        services.AddSingleton<ILaneHalves, ErpProductReading>().AddSingleton<ILaneHalves, ErpProductWriting>();
        services.AddSingleton<ILaneHalves, StoreProductReading>().AddSingleton<ILaneHalves, StoreProductWriting>();
        return services;
    }
}
