using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Companions;

namespace Platform.Api.Products.Demi;

/// <summary>What Demi does by herself.</summary>
internal static class Autonomy
{
    private const int MaxCheckIns = 500;

    /// <summary>A month; farther ahead nobody plans.</summary>
    private const int MaxIgnoreHours = 720;

    private const int MaxCount = 100;

    private static DemiJson Json => DemiJson.Default;

    public static async Task<JsonHttpResult<AutonomyConfig>> GetConfig(Caller caller, IGrainFactory grains) =>
        Answer((await Demi(caller, grains).GetAutonomy(caller.AccountId)).OrThrow());

    public static async Task<JsonHttpResult<AutonomyConfig>> PutConfig(Body<AutonomyConfigRequest> body, Caller caller, IGrainFactory grains)
    {
        var settings = Settings(body.Value);
        return Answer((await Demi(caller, grains).SetAutonomy(caller.AccountId, settings)).OrThrow());
    }

    public static async Task<JsonHttpResult<CheckInsResponse>> CheckIns(HttpRequest request, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var limit = check.Number(request.Query["limit"], "query.limit", 50, 1, MaxCheckIns);
        check.ThrowIfInvalid();
        var (items, total) = (await Demi(caller, grains).RecentCheckIns(caller.AccountId, limit)).OrThrow();
        return TypedResults.Json(new CheckInsResponse([.. items.Select(View)], total), Json.CheckInsResponse);
    }

    public static async Task<JsonHttpResult<ForecastResponse>> Forecast(Caller caller, IGrainFactory grains)
    {
        var (at, trigger, reason) = (await Demi(caller, grains).Forecast(caller.AccountId)).OrThrow();
        return TypedResults.Json(
            new ForecastResponse(at?.UtcDateTime, trigger is { } because ? Name(because) : null, reason), Json.ForecastResponse);
    }

    private static ICompanionAutonomyGrain Demi(Caller caller, IGrainFactory grains) =>
        grains.GetGrain<ICompanionAutonomyGrain>(caller.AccountId);

    private static AutonomySettings Settings(AutonomyConfigRequest config)
    {
        var check = new Validation();
        var settings = new AutonomySettings(
            check.Given(config.Enabled, "body.enabled"),
            check.InRange(config.CheckIntervalMinutes, "body.check_interval_minutes", 1, 60),
            Trigger(check, config.Triggers?.Loneliness, "body.triggers.loneliness"),
            Trigger(check, config.Triggers?.Excitement, "body.triggers.excitement"),
            Trigger(check, config.Triggers?.Frustration, "body.triggers.frustration"),
            new GuiltTripSettings(
                check.Given(config.GuiltTrip?.Enabled, "body.guilt_trip.enabled"),
                check.InRange(config.GuiltTrip?.IgnoreThresholdHours, "body.guilt_trip.ignore_threshold_hours", 1, MaxIgnoreHours)),
            config.QuietHours is { } quiet ? Quiet(check, quiet) : null,
            config.DailyCap is null ? null : check.InRange(config.DailyCap, "body.daily_cap", 1, MaxCount),
            config.StopAfterIgnored is null ? null : check.InRange(config.StopAfterIgnored, "body.stop_after_ignored", 1, MaxCount));
        check.ThrowIfInvalid();
        return settings;
    }

    private static TriggerSettings Trigger(Validation check, TriggerRequest? trigger, string field)
    {
        var threshold = check.Given(trigger?.Threshold, $"{field}.threshold");
        if (threshold is not (>= 0 and <= 1)) check.Add($"{field}.threshold", "Threshold must be between 0 and 1.", "out_of_range");
        return new(threshold, check.Text(trigger?.Message, $"{field}.message", 1, 500));
    }

    private static QuietHours Quiet(Validation check, QuietHoursRequest quiet)
    {
        const string Field = "body.quiet_hours";
        var zone = check.Length(quiet.TimeZone, $"{Field}.time_zone", 1, 64);
        if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            check.Add($"{Field}.time_zone", "Time zone must be an IANA name such as Europe/Paris.", "value_error");
        return new(Minute(check, quiet.Start, $"{Field}.start"), Minute(check, quiet.End, $"{Field}.end"), zone);
    }

    private static TimeOnly Minute(Validation check, string? text, string field)
    {
        if (TimeOnly.TryParseExact(check.Length(text, field, 1, 5), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var minute))
            return minute;
        if (text is { Length: > 0 and <= 5 }) check.Add(field, "A time of day has the form HH:MM.", "time_parsing");
        return default;
    }

    private static JsonHttpResult<AutonomyConfig> Answer(AutonomySettings settings) => TypedResults.Json(View(settings), Json.AutonomyConfig);

    public static AutonomyConfig View(AutonomySettings settings) => new(
        settings.Enabled,
        settings.CheckIntervalMinutes,
        new(View(settings.Loneliness), View(settings.Excitement), View(settings.Frustration)),
        new(settings.GuiltTrip.Enabled, settings.GuiltTrip.IgnoreThresholdHours),
        settings.QuietHours is { } quiet ? new(Text(quiet.Start), Text(quiet.End), quiet.TimeZone) : null,
        settings.DailyCap,
        settings.StopAfterIgnored);

    public static CheckInResponse View(CheckIn checkIn) => new(
        checkIn.Id,
        Name(checkIn.Trigger),
        EmotionalState.Of(checkIn.Emotions),
        checkIn.WasIgnored,
        checkIn.CreatedAt.UtcDateTime,
        checkIn.Cause);

    private static TriggerConfig View(TriggerSettings trigger) => new(trigger.Threshold, trigger.Message);

    private static string Text(TimeOnly minute) => minute.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Name(CheckInTrigger trigger) => trigger switch
    {
        CheckInTrigger.Loneliness => "loneliness",
        CheckInTrigger.Excitement => "excitement",
        CheckInTrigger.Frustration => "frustration",
        _ => "guilt_trip",
    };
}
