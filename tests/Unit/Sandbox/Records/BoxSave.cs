using Integration.Sandbox.Records;

namespace Integration.Tests.Unit.Sandbox.Records;

internal sealed class BoxSave(CommittedRows<Box, long> rows, Dictionary<string, long> numbers) : Save<Box, long>(rows, DateTimeOffset.UnixEpoch, numbers)
{
    public bool IsRefused { get; set; }

    public Box Add(long number, string colour = "") => Insert(new Box(Count("boxes")) { Number = number, Colour = colour });

    public override bool Complete() => !IsRefused;
}
