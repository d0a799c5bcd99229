using Integration.Tests.Compliance.Erp.Customers;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>Customers as records of their own in Finance and Operations.</summary>
public sealed class DynamicsCustomersCompliance : ErpCustomersCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpCustomersUnderTest> StartAsync() => new FinanceCustomersErp(await DynamicsErp.StartAsync(ownNumbers: true));
}
