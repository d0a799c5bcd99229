using Integration.Contracts.Records;

namespace Integration.Acumatica.Payments;

/// <summary>How a booked payment is named: <c>Prepayment/P000012</c>, or <c>GL/GL000003</c> for a journal transaction: its entity's two keys.</summary>
internal readonly record struct PaymentId(string Type, string Number)
{
    /// <summary>The reference to hand out.</summary>
    public RecordRef ToRef() => new(Entities.Payment, ToString(), Number);

    /// <inheritdoc />
    public override string ToString() => $"{Type}/{Number}";
}
