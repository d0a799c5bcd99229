namespace Integration.Tests.Compliance.Erp.Payments;

/// <summary>A document of an ERP's books, read past the connector.</summary>
/// <param name="Incoming">True for money that came in.</param>
/// <param name="Amount">Its amount.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Month">The month that it is booked in, as <c>MM-yyyy</c>; empty where the books do not show it.</param>
/// <param name="Released">True when the general ledger shows it.</param>
/// <param name="Voided">True when it was voided.</param>
public sealed record BookedDocument(bool Incoming, decimal Amount, string Currency, string Month, bool Released, bool Voided);
