using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Stock.Reading;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Lanes.Stock.Writing;
using Integration.Contracts.Stock;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Connectors.Lanes.Stock;

/// <summary>Adds the stock lane.</summary>
internal static class StockRegistration
{
    public static IServiceCollection AddStockLane(this IServiceCollection services)
    {
        services.AddMigrations<StockMigrations>();
        services.AddMessages(typeof(StockRead), typeof(OrderCounted), typeof(StockReserved), typeof(OrderLeft));
        services.AddSingleton<StockPairs>().AddSingleton<StockTickets>().AddSingleton<StockFeed>().AddSingleton<CountedOrders>();
        services.AddSingleton<SkuReader>().AddSingleton<StockListing>().AddSingleton<ILaneHalves, StockReadingHalf>();
        services.AddSingleton<StockLevels>().AddSingleton<Reservations>().AddSingleton<OrderStock>();
        services.AddSingleton<StockArrivals>().AddSingleton<StockReport>().AddSingleton<ILaneHalves, StockWritingHalf>();
        services.AddSingleton<IEndpointModule, StockRoutes>();
        return services;
    }
}
