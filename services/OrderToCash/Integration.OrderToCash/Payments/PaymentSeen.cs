using Integration.Contracts.Orders;

namespace Integration.OrderToCash.Payments;

/// <summary>A movement of money as the saga remembers it; as it was when it was first seen.</summary>
/// <param name="Entry">What is to be booked.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Attempt">Which command is out; 0 before the first.</param>
public sealed record PaymentSeen(PaymentEntry Entry, PaymentStage Stage, int Attempt);
