using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Reconciliation.Lists;
using Integration.Contracts.Erp;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Reconciliation;
using Integration.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Connectors.Lanes.Reconciliation;

/// <summary>Registers what reconciliations need of the services that hold connections.</summary>
internal static class ReconciliationLane
{
    public static IServiceCollection AddReconciliationLane(this IServiceCollection services)
    {
        services.AddMessages(typeof(ListRecords), typeof(RecordsListed), typeof(RestoreSalesOrder), typeof(SalesOrderLost));
        services.AddSingleton<ILaneLists, ProductLists>().AddSingleton<ILaneLists, StockLists>().AddSingleton<ILaneLists, PaymentLists>().AddSingleton<ILaneLists, CustomerLists>();
        services.AddSingleton<ListAnswer>().AddSingleton<OrderRestoring>();
        return services.AddSingleton<ILaneHalves, RecordListing>();
    }
}
