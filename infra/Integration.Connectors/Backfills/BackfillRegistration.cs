using Integration.Connectors.Lanes.Customers;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Lanes.Products;
using Integration.Connectors.Lanes.Stock.Reading;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Connectors.Backfills;

/// <summary>Registers backfills with every lane that can list.</summary>
internal static class BackfillRegistration
{
    public static IServiceCollection AddBackfills(this IServiceCollection services)
    {
        services.AddMigrations<BackfillMigrations>();
        services.AddMessages(typeof(BackfillMark), typeof(BackfillMarkPassed), typeof(BackfillReported));
        services.AddSingleton<BackfillRunner>().AddSingleton<BackfillMarks>();
        services.AddSingleton<Connections.ILaneHalves, BackfillReading>();
        services.AddSingleton<IEndpointModule, BackfillRoutes>();
        services.AddSingleton<IBackfillLane, OrderBackfill>().AddSingleton<IBackfillLane, ErpProductBackfill>().AddSingleton<IBackfillLane, StoreProductBackfill>()
            .AddSingleton<IBackfillLane, AccountBackfill>().AddSingleton<IBackfillLane, ErpCustomerBackfill>()
            .AddSingleton<IBackfillLane, StockBackfill>().AddSingleton<IBackfillLane, PaymentBackfill>();
        return services;
    }
}
