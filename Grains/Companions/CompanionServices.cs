using Microsoft.Extensions.Logging;
using Platform.Companions.Autonomy;
using Platform.Companions.Replies;
using Platform.Conversations;
using Platform.Conversations.Search;

namespace Platform.Companions;

/// <summary>What every companion shares, in one object so that a hundred thousand idle companions hold one reference each.</summary>
internal sealed record CompanionServices(
    TimeProvider Clock,
    Patience Patience,
    IdSource Ids,
    MessageLog Log,
    MessageTracking Tracking,
    HistorySearch Search,
    CheckInLog CheckIns,
    CompanionIndex Index,
    Recollections Recollections,
    AvatarStore Avatars,
    ReplyWriter Replies,
    IReminderTable Reminders,
    ILogger<CompanionGrain> Logger);
