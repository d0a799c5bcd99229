using Integration.Tests.Compliance.Erp.Customers;

namespace Integration.Tests.Compliance.Erp.Dynamics.Dataverse;

/// <summary>Accounts of Dataverse as records of their own.</summary>
public sealed class DataverseCustomersCompliance : ErpCustomersCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpCustomersUnderTest> StartAsync() => new DataverseCustomersErp(await DataverseErp.StartAsync(integrated: true));
}
