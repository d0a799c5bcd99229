using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;

namespace Integration.Connectors.Backfills;

/// <summary>What would become of a page's records.</summary>
/// <param name="Sent">How many would be sent.</param>
/// <param name="LeftOut">How many would not, and need nobody.</param>
/// <param name="Problems">Those that would need a person.</param>
/// <param name="Failure">Set when the system could not be asked: the page is tried again.</param>
internal sealed record BackfillTrial(int Sent, int LeftOut, IReadOnlyList<BackfillSample> Problems, WriteOutcome? Failure = null);
