using Integration.Tests.Compliance.Erp.Dynamics;

namespace Integration.Tests.Compliance.Lists;

public sealed class DynamicsLists : RecordListCompliance
{
    private protected override async Task<ListedSide> StartAsync() => new FinanceListed(await DynamicsErp.StartAsync(ownNumbers: true));
}
