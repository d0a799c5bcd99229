using Integration.Platform.Messaging;
using Xunit;

namespace Integration.Tests.Unit.Platform;

public sealed class FaultTextTests
{
    [Fact]
    public async Task Of_an_unexpected_exception_only_type_and_place_are_told()
    {
        var text = FaultText.MessageOf(await ThrownAsync(() => throw new FormatException("jane@example.com")));

        Assert.Equal($"FormatException in {typeof(FaultTextTests).FullName}.{nameof(Of_an_unexpected_exception_only_type_and_place_are_told)}", text);
    }

    [Fact]
    public void A_plain_fault_keeps_its_text_however_it_was_wrapped() =>
        Assert.Equal("No rule.", FaultText.MessageOf(new AggregateException(new PlainFaultException("No rule."))));

    private static async Task<Exception> ThrownAsync(Func<Task> work) => (await Record.ExceptionAsync(work))!;
}
