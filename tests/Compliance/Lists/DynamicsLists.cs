namespace Integration.Tests.Compliance.Lists;

public sealed class DynamicsLists : RecordListCompliance
{
    private protected override Task<ListedSide> StartAsync() => DynamicsListed.StartAsync();
}
