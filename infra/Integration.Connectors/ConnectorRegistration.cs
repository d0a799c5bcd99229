using Integration.Connectors.Backfills;
using Integration.Connectors.Connections;
using Integration.Connectors.Corrections;
using Integration.Connectors.DryRuns;
using Integration.Connectors.Effects;
using Integration.Connectors.Flows;
using Integration.Connectors.Hints;
using Integration.Connectors.Lanes;
using Integration.Connectors.Lanes.Catalogue;
using Integration.Connectors.Lanes.Customers;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Lanes.Products;
using Integration.Connectors.Lanes.Reconciliation;
using Integration.Connectors.Lanes.Returns;
using Integration.Connectors.Lanes.Shipments;
using Integration.Connectors.Lanes.Status;
using Integration.Connectors.Lanes.Stock;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Privacy;
using Integration.Connectors.Schema;
using Integration.Connectors.Skus;
using Integration.Connectors.Sweeps;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Integration.Connectors;

/// <summary>Registers everything that hosts connectors. A connector's own registration calls it and adds its <see cref="Ports.IConnectorFactory"/>.</summary>
public static class ConnectorRegistration
{
    /// <summary>Adds pairs, lanes and connection hosting; further calls change nothing, so that several connectors share a process.</summary>
    public static IServiceCollection AddConnectors(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(ConnectorShelf))) return services;
        services.AddFlowDocuments(configuration);
        services.AddOptions<HintOptions>().Bind(configuration.GetSection("Hints"));
        services.AddOptions<ConnectionOptions>().Bind(configuration.GetSection("Connections"));
        services.AddMigrations<ConnectorMigrations>();
        services.AddMigrations<CorrectionMigrations>();
        services.AddMigrations<SkuMigrations>();
        services.AddMigrations<CrawlMigrations>();
        services.AddMigrations<HintMigrations>();
        services.AddMigrations<TwoWayMigrations>();
        AddMessagesOfLanes(services);
        AddReading(services);
        AddWriting(services);
        AddLanes(services);
        services.AddCustomerLane();
        services.AddProductLane();
        services.AddPaymentLane();
        services.AddStockLane();
        services.AddReturnLane();
        services.AddReconciliationLane();
        AddPrivacy(services);
        services.AddBackfills();
        services.AddSingleton<ConnectorShelf>().AddSingleton<ConnectionHolds>().AddSingleton<ConnectionReports>();
        services.AddSingleton<OrderSnapshots>().AddSingleton<IEndpointModule, DryRunRoutes>();
        // Last: it opens the connections, whose lanes need all of the above.
        services.AddHostedService<ConnectionSupervisor>();
        return services;
    }

    /// <summary>Adds pairs and their flow documents, for services that follow them; further calls change nothing.</summary>
    public static IServiceCollection AddFlowDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(FlowDocuments))) return services;
        services.AddPairs(configuration);
        services.AddLaneGuard();
        services.AddOptions<FlowFollowerOptions>();
        services.AddSingleton<FlowDocuments>();
        services.AddHostedService<FlowFollower>();
        return services;
    }

    /// <summary>Adds only what pauses a lane when a rule stops everything; further calls change nothing.</summary>
    public static IServiceCollection AddLaneGuard(this IServiceCollection services)
    {
        services.AddMigrations<FlowMigrations>();
        services.AddMessages(typeof(AttentionRaised), typeof(AttentionCleared), typeof(LaneReported), typeof(ResumeLane));
        services.TryAddSingleton<LaneGuard>();
        return services;
    }

    /// <summary>Makes this the service that tells operators of flow documents that cannot be used.</summary>
    public static IServiceCollection TellOfFlowDocuments(this IServiceCollection services) =>
        services.Configure<FlowFollowerOptions>(options => options.RaisesAttention = true);

    /// <summary>Adds only the <see cref="PairCatalog"/>, for services without connectors; further calls change nothing.</summary>
    public static IServiceCollection AddPairs(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(PairCatalog))) return services;
        services.AddOptions<PairsOptions>().Bind(configuration.GetSection("Pairs"));
        services.AddSingleton<PairCatalog>();
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    private static void AddMessagesOfLanes(IServiceCollection services) => services.AddMessages(
        typeof(SubmitSalesOrder), typeof(CancelSalesOrder), typeof(AmendSalesOrder), typeof(WriteErpNumber), typeof(SetFulfilmentStatus), typeof(AddTracking), typeof(RereadRecord),
        typeof(OrderPlaced), typeof(OrderChanged), typeof(OrderCancelledInStore), typeof(SalesOrderAccepted), typeof(SalesOrderRejected),
        typeof(SalesOrderCancelled), typeof(SalesOrderCancelRefused), typeof(StorefrontOrderUpdated), typeof(OrderChangedInErp), typeof(ShipmentPosted),
        typeof(InvoicePosted), typeof(ActivityRecorded), typeof(AttentionRaised), typeof(AttentionCleared), typeof(ConnectionReported), typeof(PauseConnection),
        typeof(PairCorrected), typeof(SalesOrderAmended), typeof(SalesOrderAmendRefused), typeof(ShipmentWithdrawn), typeof(ShowOrderCancelled), typeof(AddOrderNote));

    private static void AddReading(IServiceCollection services)
    {
        services.AddSingleton<LookSignal>().AddSingleton<LookBook>().AddSingleton<LookLoops>().AddSingleton<SweepRunner>().AddSingleton<RelookRunner>();
        services.AddSingleton<SkuMap>().AddSingleton<SkuCrawl>();
        services.AddSingleton<KeyedHash>().AddSingleton<CrawlBook>().AddSingleton<CrawlRunner>();
        services.AddHostedService<LookGauge>();
        services.AddHostedService<HintWatch>();
        services.AddSingleton<HintIntake>().AddSingleton<IHostedService>(provider => provider.GetRequiredService<HintIntake>());
        services.AddSingleton<IEndpointModule, HintRoutes>();
    }

    private static void AddWriting(IServiceCollection services)
    {
        services.AddSingleton<TwoWayStore>().AddSingleton<ConflictDecisions>();
        services.AddSingleton<OwnClaims>().AddSingleton<EffectStore>().AddSingleton<EffectRunner>().AddSingleton<LinkStore>();
        services.AddSingleton(provider => new BackOffSteps(pair => provider.GetRequiredService<FlowDocuments>().Of(pair).BackOff));
        services.AddSingleton<DocumentMappings>().AddSingleton<IOrderMapping, OrderMappings>().AddSingleton<CustomerOnErp>().AddSingleton<ObservedOrders>().AddSingleton<MappingGuard>();
        services.AddSingleton<OrderSubmission>().AddSingleton<OrderAmendment>().AddSingleton<OrderCancellation>();
        services.AddSingleton<StorefrontWriting>().AddSingleton<CancelledInShop>().AddSingleton<ShopNotes>();
    }

    private static void AddLanes(IServiceCollection services)
    {
        services.AddSingleton<Timeline>().AddSingleton<ReadingWatch>().AddSingleton<LaneMessage>();
        services.AddSingleton<ILaneHalves, OrderReading>().AddSingleton<ILaneHalves, OrderWriting>().AddSingleton<ILaneHalves, StatusLane>()
            .AddSingleton<ILaneHalves, CatalogueReading>().AddSingleton<ILaneHalves, ShipmentReading>().AddSingleton<ILaneHalves, CorrectionWatch>();
    }

    private static void AddPrivacy(IServiceCollection services)
    {
        services.AddSingleton<EmailHash>();
        services.AddSingleton(provider => new PersonalRecords(
            provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<ISealer>(), provider.GetRequiredService<EmailHash>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IEndpointModule, PrivacyRoutes>();
        services.AddHostedService<SnapshotExpiry>();
    }
}
