using Integration.Console.Reconciliation.Comparing;
using Integration.Console.Reconciliation.Running;
using Integration.Console.Reconciliation.Settlement;
using Integration.Contracts.Erp;
using Integration.Contracts.Reconciliation;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Integration.Console.Reconciliation;

/// <summary>Registers reconciliations.</summary>
internal static class ReconciliationRegistration
{
    public static IServiceCollection AddReconciliation(this IServiceCollection services)
    {
        services.AddMigrations<ReconciliationMigrations>();
        services.AddMessages(typeof(ListRecords), typeof(RecordsListed), typeof(RestoreSalesOrder));
        services.AddSingleton<RunSignal>().AddSingleton<Reconciliations>().AddSingleton<ListReceiver>();
        services.AddSingleton<EntityComparison>().AddSingleton<SettlementComparison>().AddSingleton<Healing>().AddSingleton<PassStart>().AddSingleton<PassEnd>().AddSingleton<RunEnd>();
        services.AddSingleton<ReconciliationRunner>().AddSingleton<IHostedService>(provider => provider.GetRequiredService<ReconciliationRunner>());
        return services.AddHostedService<ReconciliationQueue>().AddHostedService<NightlySchedule>();
    }
}
