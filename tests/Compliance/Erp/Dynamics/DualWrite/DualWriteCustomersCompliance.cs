using Integration.Tests.Compliance.Erp.Customers;

namespace Integration.Tests.Compliance.Erp.Dynamics.DualWrite;

/// <summary>Customers of Finance and Operations, which dual-write takes to Dataverse.</summary>
public sealed class DualWriteCustomersCompliance : ErpCustomersCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpCustomersUnderTest> StartAsync() => new FinanceCustomersErp(await DualWriteErp.StartAsync());
}
