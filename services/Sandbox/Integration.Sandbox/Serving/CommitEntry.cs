namespace Integration.Sandbox.Serving;

/// <summary>One commit of a record.</summary>
/// <param name="Seq">Its place in the journal, from 1.</param>
/// <param name="At">When it was committed: milliseconds since 1970, UTC.</param>
/// <param name="Id">The record's id.</param>
/// <param name="Reference">Another name of it: the shop's order number, the ERP's reference of the customer's order.</param>
/// <param name="State">The state it was committed in.</param>
internal sealed record CommitEntry(long Seq, double At, string Id, string Reference, string State);
