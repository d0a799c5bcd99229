namespace Integration.Tests.Compliance.Erp.Dynamics;

public sealed class DynamicsStock : ErpStock
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DynamicsErp.StartAsync(ownNumbers: true);
}
