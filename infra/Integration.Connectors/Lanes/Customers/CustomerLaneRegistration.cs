using Integration.Connectors.Connections;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Registers the customer lane.</summary>
internal static class CustomerLaneRegistration
{
    /// <summary>Adds both halves of both directions.</summary>
    public static IServiceCollection AddCustomerLane(this IServiceCollection services) => services
        .AddMessages(typeof(CustomerChanged), typeof(CompareCustomer), typeof(WriteCustomer), typeof(CustomerWritten), typeof(DecideConflict))
        .AddSingleton<CustomerMappings>().AddSingleton<CustomerMatching>().AddSingleton<CustomerRecordKeeping>().AddSingleton<CustomerErpWrites>()
        .AddSingleton<CustomerComparison>().AddSingleton<CustomerMessages>().AddSingleton<CustomerDecision>().AddSingleton<AccountWrites>()
        .AddSingleton<ILaneHalves, AccountReading>().AddSingleton<ILaneHalves, CustomerWriting>().AddSingleton<ILaneHalves, AccountWriting>()
        .AddSingleton<IEndpointModule, CustomerRoutes>();
}
