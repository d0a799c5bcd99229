using System.Globalization;
using Integration.Contracts.Records;
using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>How a booked payment is named: <c>00012/3</c>, its journal and the line in it.</summary>
internal readonly record struct LineId(string Journal, decimal Line)
{
    /// <summary>The id of a line.</summary>
    public static LineId Of(FinanceRecord line) => new(line.Text(JournalKind.Number), line.Number("LineNumber") ?? 0);

    /// <summary>The reference to hand out.</summary>
    public RecordRef ToRef() => new(Entities.Payment, ToString(), ToString());

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Journal}/{Line:0.####}");
}
