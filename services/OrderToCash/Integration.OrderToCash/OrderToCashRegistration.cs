using Integration.Connectors;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Returns;
using Integration.Contracts.Storefront;
using Integration.OrderToCash.Saga;
using Integration.OrderToCash.Screening;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Sagas;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.OrderToCash;

/// <summary>Registers the order-to-cash saga.</summary>
public static class OrderToCashRegistration
{
    /// <summary>Adds the saga for every pair, with the pair's flow rules. Needs the platform.</summary>
    public static IServiceCollection AddOrderToCash(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddFlowDocuments(configuration).TellOfFlowDocuments();
        services.AddOrderSaga();
        services.AddSingleton<IScreening, FlowScreening>();
        return services.AddHostedService<OrderToCashQueues>();
    }

    /// <summary>The saga, its store and its messages, without the queues of any pair.</summary>
    internal static IServiceCollection AddOrderSaga(this IServiceCollection services)
    {
        services.AddSagaStore<OrderSaga>();
        services.AddLaneGuard();
        services.AddSingleton<ScreeningPause>();
        services.AddMigrations<ScreeningMigrations>();
        services.AddSingleton<ScreeningAgain>();
        services.AddSingleton(provider => new OrderStateMachine(
            provider.GetRequiredService<IScreening>(), provider.GetRequiredService<ScreeningPause>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddMessages(
            typeof(OrderPlaced), typeof(OrderChanged), typeof(OrderCancelledInStore), typeof(OrderScreened), typeof(ScreenOrder), typeof(SalesOrderAccepted),
            typeof(SalesOrderRejected), typeof(SalesOrderCancelled), typeof(SalesOrderCancelRefused), typeof(SalesOrderAmended), typeof(SalesOrderAmendRefused),
            typeof(SalesOrderLost), typeof(ShipmentPosted), typeof(ShipmentWithdrawn), typeof(OrderChangedInErp), typeof(InvoicePosted), typeof(OrderReturned), typeof(StorefrontOrderUpdated),
            typeof(ReleaseOrder), typeof(ResubmitOrder), typeof(ScreenOrderAgain), typeof(OrderDeadlinePassed),
            typeof(SubmitSalesOrder), typeof(CancelSalesOrder), typeof(AmendSalesOrder), typeof(WriteErpNumber), typeof(SetFulfilmentStatus), typeof(AddTracking),
            typeof(ShowOrderCancelled), typeof(AddOrderNote),
            typeof(RereadRecord), typeof(ActivityRecorded), typeof(AttentionRaised), typeof(AttentionCleared), typeof(NoticeRaised));
    }
}
